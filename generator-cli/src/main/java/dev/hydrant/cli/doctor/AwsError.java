package dev.hydrant.cli.doctor;

import java.io.IOException;

/** An error that AWS answered. */
final class AwsError extends IOException {

    private static final long serialVersionUID = 1;

    private final String code;

    AwsError(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    boolean is(String name) {
        return code.equals(name);
    }

    /** Whether the caller is not allowed to ask. */
    boolean isDenied() {
        return code.startsWith("AccessDenied") || code.startsWith("UnauthorizedOperation");
    }
}
