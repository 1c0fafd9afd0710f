package dev.hydrant.firehose.iceberg;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * How far each stream's records are in a table: summary properties of its snapshots, so that rows and position change in one commit.
 *
 * <p>Every commit repeats the positions of the other streams, so the newest snapshot that carries any carries all, and older ones may
 * expire.
 */
public final class SpoolPositions {

    private static final String KEY = "hydrant.spool.";

    private SpoolPositions() {}

    /** Number of the first record of the stream that the table does not hold; 0 when it holds none. */
    public static long committed(Table table, String streamId) {
        return Long.parseLong(newest(table).getOrDefault(KEY + streamId, "0"));
    }

    /** Appends a data file and the stream's new position as one snapshot. */
    static void append(Table table, DataFile rows, String streamId, long position, Predicate<String> live) {
        AppendFiles append = table.newAppend().appendFile(rows);
        newest(table).forEach((key, value) -> {
            if (live.test(key.substring(KEY.length()))) {
                append.set(key, value);
            }
        });
        append.set(KEY + streamId, Long.toString(position));
        append.commit();
    }

    private static Map<String, String> newest(Table table) {
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            Map<String, String> positions = new TreeMap<>(snapshot.summary());
            positions.keySet().removeIf(key -> !key.startsWith(KEY));
            if (!positions.isEmpty()) {
                return positions;
            }
        }
        return Map.of();
    }
}
