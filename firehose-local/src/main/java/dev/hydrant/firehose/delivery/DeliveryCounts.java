package dev.hydrant.firehose.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** What one stream took in and delivered since this process started. Safe for any number of threads. */
public final class DeliveryCounts {

    public final LongAdder incomingRecords = new LongAdder();
    public final LongAdder incomingBytes = new LongAdder();
    public final LongAdder incomingPutRequests = new LongAdder();
    public final LongAdder successfulRows = new LongAdder();
    public final LongAdder failedRows = new LongAdder();
    public final LongAdder commits = new LongAdder();
    public final LongAdder processingFailed = new LongAdder();
    public final LongAdder dropped = new LongAdder();
    public final LongAdder objectRecords = new LongAdder();
    public final LongAdder objectBytes = new LongAdder();

    private final Map<TableIdentifier, LongAdder> rowsByTable = new ConcurrentHashMap<>();

    private volatile @Nullable String deliveryError;
    private volatile @Nullable String putError;

    /** Why delivering or accepting fails at present; empty once it works again. */
    public Optional<String> lastError() {
        return Optional.ofNullable(deliveryError).or(() -> Optional.ofNullable(putError));
    }

    /** Counts the rows of one commit. */
    void committed(TableIdentifier table, long rows) {
        commits.increment();
        successfulRows.add(rows);
        rowsByTable.computeIfAbsent(table, id -> new LongAdder()).add(rows);
    }

    /** Counts what else became of the records of a round. */
    void settled(Delivery.Settled settled) {
        failedRows.add(settled.failedRows());
        processingFailed.add(settled.processingFailed());
        dropped.add(settled.dropped());
        objectRecords.add(settled.objectRecords());
        objectBytes.add(settled.objectBytes());
    }

    /** Rows committed, by "namespace.table". */
    public Map<String, Long> rowsByTable() {
        Map<String, Long> rows = new TreeMap<>();
        rowsByTable.forEach((table, count) -> rows.put(table.toString(), count.sum()));
        return Collections.unmodifiableMap(rows);
    }

    /** Says how the last round of delivery ended: with what reason, or null when well. */
    public void delivered(@Nullable String reason) {
        deliveryError = reason;
    }

    /** Says how the last put ended: with what reason, or null when well. */
    public void accepted(@Nullable String reason) {
        putError = reason;
    }
}
