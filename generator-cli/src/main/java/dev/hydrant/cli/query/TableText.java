package dev.hydrant.cli.query;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Columns side by side, numbers to the right. Widths come from the first rows, so that a large result streams. */
final class TableText {

    private static final int MEASURED_ROWS = 10_000;
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    private final PrintWriter out;
    private final boolean[] right;
    private final int[] widths;

    private TableText(PrintWriter out, boolean[] right) {
        this.out = out;
        this.right = right;
        this.widths = new int[right.length];
    }

    static void print(ResultSet result, PrintWriter out) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        int count = columns.getColumnCount();
        boolean[] right = new boolean[count];
        String[] names = new String[count];
        for (int column = 0; column < count; column++) {
            names[column] = columns.getColumnLabel(column + 1);
            right[column] = NUMBERS.contains(columns.getColumnType(column + 1));
        }
        new TableText(out, right).print(names, result);
    }

    private void print(String[] names, ResultSet result) throws SQLException {
        List<String[]> first = new ArrayList<>();
        first.add(names);
        while (first.size() <= MEASURED_ROWS && result.next()) {
            first.add(row(result));
        }
        first.forEach(this::measure);
        line(names);
        rule();
        first.stream().skip(1).forEach(this::line);
        long rows = first.size() - 1L;
        while (rows >= MEASURED_ROWS && result.next()) {
            line(row(result));
            rows++;
        }
        out.println("(" + rows + (rows == 1 ? " row)" : " rows)"));
    }

    private String[] row(ResultSet result) throws SQLException {
        String[] row = new String[widths.length];
        for (int column = 0; column < row.length; column++) {
            String text = Cell.text(result, column + 1);
            row[column] = text == null ? "NULL" : text.replace('\n', ' ');
        }
        return row;
    }

    private void measure(String[] row) {
        for (int column = 0; column < row.length; column++) {
            widths[column] = Math.max(widths[column], width(row[column]));
        }
    }

    private void line(String[] row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String space = " ".repeat(Math.max(0, widths[column] - width(row[column])));
            line.append(column == 0 ? " " : " | ");
            line.append(right[column] ? space + row[column] : row[column] + space);
        }
        out.println(line.toString().stripTrailing());
    }

    private void rule() {
        StringBuilder rule = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            rule.append(column == 0 ? "-" : "-+-").append("-".repeat(widths[column]));
        }
        out.println(rule.append('-'));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
