package dev.hydrant.firehose.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one stream took in and delivered since this process started. Safe for any number of threads. */
public final class DeliveryCounts {

    public final LongAdder incomingRecords = new LongAdder();
    public final LongAdder incomingBytes = new LongAdder();
    public final LongAdder incomingPutRequests = new LongAdder();
    public final LongAdder deliveredBytes = new LongAdder();
    public final LongAdder successfulRows = new LongAdder();
    public final LongAdder failedRows = new LongAdder();
    public final LongAdder commits = new LongAdder();

    private volatile @Nullable String lastError;

    /** Why delivery or accepting fails at present; empty once it works again. */
    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    public void failing(String reason) {
        lastError = reason;
    }

    public void working() {
        lastError = null;
    }
}
