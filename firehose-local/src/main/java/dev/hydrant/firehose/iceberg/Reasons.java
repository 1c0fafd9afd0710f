package dev.hydrant.firehose.iceberg;

import org.jspecify.annotations.Nullable;

/** What an exception says went wrong, in one line. */
public final class Reasons {

    private Reasons() {}

    /** The message of the innermost cause: there the disk, the file or the database speaks. */
    public static String of(Throwable failure) {
        Throwable inner = failure;
        for (Throwable cause; (cause = inner.getCause()) != null && cause != inner; ) {
            inner = cause;
        }
        String name = inner.getClass().getSimpleName();
        @Nullable String message = inner.getMessage();
        return message == null || message.isBlank()
                ? name
                : message.lines().findFirst().orElse(name);
    }
}
