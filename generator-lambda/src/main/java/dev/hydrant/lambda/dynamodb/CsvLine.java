package dev.hydrant.lambda.dynamodb;

/**
 * A line of CSV after RFC 4180: fields with a comma, a quote or a line break stand in quotes, quotes inside are doubled.
 *
 * <p>Lines end with LF, not with the RFC's CRLF: Athena's readers leave a CR in the last column. A line of one empty
 * field is written {@code ""}, as readers skip empty lines.
 */
final class CsvLine {

    private final StringBuilder line = new StringBuilder();
    private int fields;

    CsvLine add(String field) {
        if (fields++ > 0) {
            line.append(',');
        }
        if (quoted(field)) {
            line.append('"').append(field.replace("\"", "\"\"")).append('"');
        } else {
            line.append(field);
        }
        return this;
    }

    private static boolean quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }

    /** The line and its end. */
    @Override
    public String toString() {
        return (line.isEmpty() ? "\"\"" : line) + "\n";
    }
}
