package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.RowFile;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.mapping.Row;
import dev.hydrant.firehose.mapping.RowException;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of one round for one table: a data file, named after the record that the table begins at, so a repeated round replaces it. */
final class TableRows implements Closeable {

    private final StreamTable table;
    private final String streamId;
    private final long from;
    private @Nullable RowFile file;
    private boolean complete;

    TableRows(StreamTable table, String streamId, long roundFrom) {
        this.table = table;
        this.streamId = streamId;
        this.from = Math.max(roundFrom, table.committed(streamId));
    }

    StreamTable table() {
        return table;
    }

    long rows() {
        return file == null ? 0 : file.rows();
    }

    /** Adds the record, unless the table holds it. It is checked even then: the error output is the same in each attempt. */
    void add(long number, byte[] bytes, int offset, int length) throws RowException, IOException {
        Row row = table.mapper().map(bytes, offset, length);
        if (number >= from) {
            RowFile open = file;
            if (open == null) {
                open = new RowFile(table.table(), "%s-%019d.parquet".formatted(streamId, from));
                file = open;
            }
            open.write(row);
        }
    }

    /** Ends the data file; no snapshot refers to it yet. */
    void complete() throws IOException {
        if (file != null) {
            file.close();
        }
        complete = true;
    }

    /** Makes the rows visible and moves the stream's position in the table to {@code position}, in one snapshot. */
    void commit(Warehouse warehouse, long position, Predicate<String> live) {
        if (file != null) {
            warehouse.commits().append(table.table(), file.toDataFile(), streamId, position, live);
        }
    }

    /** Takes back a file that is not complete. */
    @Override
    public void close() throws IOException {
        RowFile open = file;
        if (open != null && !complete) {
            try (open) {
                complete = true;
            } finally {
                table.table().io().deleteFile(open.location());
            }
        }
    }
}
