package dev.hydrant.delivery;

import org.jspecify.annotations.Nullable;

/** A call failed as a whole: none of its records is known to have been taken. */
public final class DeliveryException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final boolean retryable;

    public DeliveryException(String code, String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
    }

    /** The service's error code, or the name of what happened on the way to it. */
    public String code() {
        return code;
    }

    /** Whether the same call may succeed later: true of throttling and broken connections, false of a wrong stream name. */
    public boolean retryable() {
        return retryable;
    }
}
