package dev.hydrant.cli.query;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Comma-separated values by RFC 4180, lines ended by a line feed alone as Unix tools expect. */
final class CsvText {

    private CsvText() {}

    static void print(ResultSet result, PrintWriter out) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        int count = columns.getColumnCount();
        String[] row = new String[count];
        for (int column = 0; column < count; column++) {
            row[column] = field(columns.getColumnLabel(column + 1));
        }
        out.print(String.join(",", row) + "\n");
        while (result.next()) {
            for (int column = 0; column < count; column++) {
                row[column] = field(Cell.text(result, column + 1));
            }
            out.print(String.join(",", row) + "\n");
        }
        out.flush();
    }

    /** NULL is empty; an empty text is told from it by quotes. */
    private static String field(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
