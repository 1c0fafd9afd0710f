package dev.hydrant.cli;

/** What the user asked for can't be: the message names the value, its place and what is allowed. Ends with {@link ExitCode#USAGE}. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageError(String message) {
        super(message);
    }

    public UsageError(String message, Throwable cause) {
        super(message, cause);
    }
}
