package dev.hydrant.cli.query;

import dev.hydrant.cli.UsageError;
import dev.hydrant.firehose.iceberg.TableFiles;
import dev.hydrant.firehose.iceberg.Warehouse;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a warehouse under SQL: DuckDB over the files of each table's current snapshot, which Iceberg names. A table is
 * found by its name and by namespace.name; of two with one name, only by the latter.
 */
public final class Lake implements Closeable {

    private final Connection connection;

    private Lake(Connection connection) {
        this.connection = connection;
    }

    /** Opens the warehouse as it is now; what lands later is not seen. */
    public static Lake open(Path folder) throws IOException {
        List<TableFiles> tables;
        try (Warehouse warehouse = Warehouse.openReadOnly(folder)) {
            tables = warehouse.tables();
        }
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                // Extensions would be fetched from the network; times are printed the same everywhere.
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET TimeZone = 'UTC'");
                define(tables, statement);
            }
            return new Lake(connection);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new IOException("cannot open the tables of " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Runs one statement and prints what it returns. */
    public void query(String sql, ResultFormat format, PrintWriter out) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            format.print(result, out);
        } catch (SQLException e) {
            throw new UsageError("SQL: " + oneLine(e), e);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void define(List<TableFiles> tables, Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (TableFiles table : tables) {
            if (!names.add(table.name())) {
                twice.add(table.name());
            }
        }
        for (TableFiles table : tables) {
            String qualified = quoted(table.namespace()) + "." + quoted(table.name());
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(table.namespace()));
            statement.execute("CREATE VIEW " + qualified + " AS " + TableView.select(table));
            if (!twice.contains(table.name())) {
                statement.execute("CREATE VIEW " + quoted(table.name()) + " AS SELECT * FROM " + qualified);
            }
        }
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** DuckDB explains over several lines, with the place marked below; the first says what it is. */
    private static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("^"))
                .limit(3)
                .reduce((left, right) -> left + "; " + right)
                .orElse("failed");
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Nothing was written through it, so nothing can be lost.
        }
    }
}
