package dev.hydrant.firehose.delivery;

/** Why a row cannot go where it wants to: code and message as they go into the error output. The codes are ours; AWS publishes none. */
final class RouteException extends Exception {

    /** The operation is not insert. */
    static final String UNSUPPORTED_OPERATION = "Iceberg.UnsupportedOperation";

    /** There is no such table, and no definition to make it from. */
    static final String NO_SUCH_TABLE = "Iceberg.NoSuchTable";

    /** The table cannot be delivered into: it is partitioned, or has a column type that is not supported. */
    static final String UNSUPPORTED_TABLE = "Iceberg.UnsupportedTable";

    private final String code;

    RouteException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
