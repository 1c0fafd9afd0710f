package dev.hydrant.lambda.ses;

/**
 * A column that an event's own object fills.
 *
 * @param name of the column
 * @param field of the event's object
 * @param kind how the field becomes a value
 * @param required whether Amazon SES always sends the field, so that an event without it is malformed
 */
record Column(String name, String field, Kind kind, boolean required) {

    enum Kind {
        /** A string, or a number, as it stands. */
        VALUE,
        /** An object or a list, as JSON text. */
        JSON
    }

    static Column value(String name, String field) {
        return new Column(name, field, Kind.VALUE, true);
    }

    static Column json(String name, String field) {
        return new Column(name, field, Kind.JSON, true);
    }

    /** Null in the row when the event does not have it. */
    Column optional() {
        return new Column(name, field, kind, false);
    }
}
