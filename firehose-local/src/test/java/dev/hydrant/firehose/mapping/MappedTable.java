package dev.hydrant.firehose.mapping;

import dev.hydrant.firehose.iceberg.RowFile;
import dev.hydrant.firehose.iceberg.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** A real table that records are mapped into and read back from. */
final class MappedTable implements AutoCloseable {

    private final Warehouse warehouse;
    private final Table table;
    private final RowMapper mapper;

    MappedTable(Path folder, Schema schema) throws IOException {
        warehouse = Warehouse.open(folder);
        TableIdentifier id = TableIdentifier.of("test", "mapped");
        warehouse.createTable(id, schema);
        table = warehouse.table(id);
        mapper = new RowMapper(table.schema());
    }

    /** Writes the records as one file, commits it and reads the table back. */
    List<Record> roundTrip(List<String> records) throws IOException, RowException {
        RowFile file = new RowFile(table, "rows.parquet");
        try (file) {
            for (String json : records) {
                file.write(map(json));
            }
        }
        table.newAppend().appendFile(file.toDataFile()).commit();
        List<Record> read = new ArrayList<>();
        try (CloseableIterable<Record> rows = IcebergGenerics.read(table).build()) {
            rows.forEach(read::add);
        }
        return read;
    }

    Row map(String json) throws RowException {
        byte[] bytes = ("#" + json + "#").getBytes(StandardCharsets.UTF_8);
        return mapper.map(bytes, 1, bytes.length - 2);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
