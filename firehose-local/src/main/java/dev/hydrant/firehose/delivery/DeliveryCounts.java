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

    private volatile @Nullable String deliveryError;
    private volatile @Nullable String putError;

    /** Why delivering or accepting fails at present; empty once it works again. */
    public Optional<String> lastError() {
        return Optional.ofNullable(deliveryError).or(() -> Optional.ofNullable(putError));
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
