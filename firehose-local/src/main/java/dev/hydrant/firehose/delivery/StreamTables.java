package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.transform.Route;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** The tables of one stream: its own, and those that its transform routes rows to. */
final class StreamTables {

    /** AWS documentation of DestinationTableConfiguration; no empty part, since here the parts are folders. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,512}$)[a-zA-Z0-9_]+(\\.[a-zA-Z0-9_]+)*");

    /** The folder of the warehouse that is no namespace. */
    private static final String BUCKETS = "s3";

    private final Warehouse warehouse;
    private final @Nullable TableIdentifier own;
    private final Map<TableIdentifier, StreamTable> loaded = new HashMap<>();

    /** @param own where rows without a route go */
    StreamTables(Warehouse warehouse, @Nullable TableIdentifier own) {
        this.warehouse = warehouse;
        this.own = own;
    }

    /**
     * The table of a route, as it is now. Members that the route leaves out are those of the stream's own table and insert.
     *
     * @throws RouteException when rows cannot go there
     */
    StreamTable get(Route route) throws RouteException {
        String operation = route.operation().toLowerCase(Locale.ROOT);
        if (!operation.isEmpty() && !operation.equals("insert")) {
            throw new RouteException(
                    RouteException.UNSUPPORTED_OPERATION,
                    "operation %s: the local Firehose takes insert only".formatted(route.operation()));
        }
        TableIdentifier id = id(route);
        if (id.equals(own)) {
            // That it is not there, or cannot be delivered into, is a fault that may pass, not one of the row.
            return current(id);
        }
        if (!loaded.containsKey(id) && !StreamTable.exists(warehouse, id)) {
            throw new RouteException(
                    RouteException.NO_SUCH_TABLE,
                    "table %s does not exist in the warehouse and is not one of tables.json".formatted(id));
        }
        try {
            return current(id);
        } catch (IllegalArgumentException e) {
            throw new RouteException(RouteException.UNSUPPORTED_TABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Loads all tables anew when they are next needed: they may have been replaced. */
    void forget() {
        loaded.clear();
    }

    private StreamTable current(TableIdentifier id) {
        StreamTable known = loaded.get(id);
        if (known == null) {
            known = StreamTable.load(warehouse, id);
            loaded.put(id, known);
        } else {
            known.refresh();
        }
        return known;
    }

    private TableIdentifier id(Route route) throws RouteException {
        if (own != null && route.database().isEmpty() && route.table().isEmpty()) {
            return own;
        }
        String database =
                route.database().isEmpty() && own != null ? own.namespace().toString() : route.database();
        String table = route.table().isEmpty() && own != null ? own.name() : route.table();
        if (!NAME.matcher(database).matches()
                || !NAME.matcher(table).matches()
                || database.equals(BUCKETS)
                || database.startsWith(BUCKETS + '.')) {
            throw new RouteException(
                    RouteException.NO_SUCH_TABLE,
                    "destinationDatabaseName '%s', destinationTableName '%s': allowed are names of a-z A-Z 0-9 _ and single dots"
                            .formatted(database, table));
        }
        return TableIdentifier.of(Namespace.of(database.split("\\.")), table);
    }
}
