package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.KnownTables;
import dev.hydrant.firehose.iceberg.SpoolPositions;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.mapping.RowMapper;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/** One table that a stream delivers into, kept from round to round. */
public final class StreamTable {

    private final TableIdentifier id;
    private final Table table;
    private Schema schema;
    private RowMapper mapper;

    private StreamTable(TableIdentifier id, Table table) {
        this.id = id;
        this.table = table;
        schema = table.schema();
        mapper = new RowMapper(schema);
    }

    /** Makes the table if it is a known one, in any namespace, and not there yet; false when it neither exists nor is known. */
    public static boolean exists(Warehouse warehouse, TableIdentifier id) {
        Schema known = KnownTables.schema(id.name());
        if (known == null) {
            return warehouse.hasTable(id);
        }
        warehouse.createTable(id, known);
        return true;
    }

    /**
     * Loads a table that exists.
     *
     * @throws IllegalArgumentException when it cannot be delivered into
     */
    public static StreamTable load(Warehouse warehouse, TableIdentifier id) {
        Table table = warehouse.table(id);
        if (!table.spec().isUnpartitioned()) {
            throw new IllegalArgumentException(
                    "Table %s is partitioned: allowed are tables without partitions".formatted(id));
        }
        return new StreamTable(id, table);
    }

    TableIdentifier id() {
        return id;
    }

    Table table() {
        return table;
    }

    /** Reads the table's metadata again. */
    void refresh() {
        table.refresh();
        if (!schema.sameSchema(table.schema())) {
            schema = table.schema();
            mapper = new RowMapper(schema);
        }
    }

    RowMapper mapper() {
        return mapper;
    }

    /** Number of the first record of the stream that the table does not hold. */
    long committed(String streamId) {
        return SpoolPositions.committed(table, streamId);
    }
}
