package dev.hydrant.lambda.json;

/**
 * A record that a transform does not take. Firehose delivers its original into the error output; the message, which names
 * the place, the value and what is allowed, goes to the log, as the answer has no field for it.
 */
public final class Malformed extends Exception {

    private static final int LONGEST = 500;

    private final String message;

    /** @param message cut to 500 characters: a value may be as long as a record */
    public Malformed(String message) {
        super(message, null, false, false);
        this.message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    @Override
    public String getMessage() {
        return message;
    }
}
