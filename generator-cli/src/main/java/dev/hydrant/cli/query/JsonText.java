package dev.hydrant.cli.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An array of objects: numbers and booleans as such, all else as text. */
final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    static void print(ResultSet result, PrintWriter out) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        String before = "[";
        while (result.next()) {
            ObjectNode row = MAPPER.createObjectNode();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                row.putPOJO(columns.getColumnLabel(column), value(result, column));
            }
            out.print(before + row);
            before = ",\n";
        }
        out.println(before.equals("[") ? "[]" : "]");
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        return value instanceof Number || value instanceof Boolean ? value : Cell.text(result, column);
    }
}
