package dev.hydrant.firehose.mapping;

/**
 * Why a record does not fit its table: code and message as they go into the error output.
 *
 * <p>{@link #MISSING_COLUMN} is Firehose's own code (seen by third parties). AWS does not publish the others; those here are ours.
 */
public final class RowException extends Exception {

    /** A required column is absent or null. */
    public static final String MISSING_COLUMN = "Iceberg.MissingColumnWithinRecord";

    /** The record is no JSON object. Ours. */
    public static final String INVALID_JSON = "Iceberg.InvalidJson";

    /** Something follows the JSON object. Ours. */
    public static final String SEVERAL_OBJECTS = "Iceberg.MultipleObjectsWithinRecord";

    /** A value does not fit its column's type. Ours. */
    public static final String INVALID_VALUE = "Iceberg.InvalidColumnValue";

    private static final int SHOWN = 64;

    private final String code;

    RowException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** A value that its type does not allow; {@code expected} says what it does. */
    static RowException value(String value, String expected) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return new RowException(INVALID_VALUE, "value " + shown + ": allowed is " + expected);
    }

    /** The same, said of the column {@code name} or of a field inside it. */
    RowException in(String name) {
        String message = String.valueOf(getMessage());
        String joined = message.startsWith("column ")
                ? "column " + name + "." + message.substring("column ".length())
                : "column " + name + ": " + message;
        return new RowException(code, joined);
    }
}
