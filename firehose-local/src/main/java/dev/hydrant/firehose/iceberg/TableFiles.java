package dev.hydrant.firehose.iceberg;

import java.util.List;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshot of a table, for reading it without Iceberg.
 *
 * @param snapshotId null when nothing was committed yet
 * @param dataFiles absolute paths of Parquet files; together they are the whole table
 * @param records rows in them
 */
public record TableFiles(
        String namespace,
        String name,
        Schema schema,
        @Nullable Long snapshotId,
        List<String> dataFiles,
        long records) {}
