package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;

/**
 * One round of delivery: take what is spooled, deliver it, write down how far that got, delete it from the spool.
 *
 * <p>It may fail or die anywhere; the next round, in this process or another, does what is left.
 */
public final class Flush {

    /** Most bytes of records in one commit: bounds the memory of the Parquet writer and the time to stop. */
    private static final long MOST_BYTES = 64L << 20;

    private final Spool spool;
    private final IcebergDelivery delivery;
    private final PositionFile position;
    private final DeliveryCounts counts;
    private final Step.Observer observer;

    public Flush(
            Spool spool,
            IcebergDelivery delivery,
            PositionFile position,
            DeliveryCounts counts,
            Step.Observer observer) {
        this.spool = spool;
        this.delivery = delivery;
        this.position = position;
        this.counts = counts;
        this.observer = observer;
    }

    /**
     * Does one round; nothing when the spool is empty.
     *
     * @throws IOException when the round did not come to its end; nothing is lost by that
     */
    public void once() throws IOException {
        SpoolBatch batch = spool.take(MOST_BYTES);
        if (batch.isEmpty()) {
            return;
        }
        IcebergDelivery.Result result = delivery.deliver(batch);
        if (result.committed()) {
            count(result);
        }
        position.write(batch.to());
        if (!result.committed()) {
            count(result);
        }
        observer.done(Step.POSITION_WRITTEN);
        spool.release(batch.to());
        observer.done(Step.SEGMENTS_DELETED);
        if (result.committed()) {
            delivery.expireOldSnapshots();
        }
    }

    /** Once what is counted cannot be delivered a second time: after the commit or, when there was none, after the position. */
    private void count(IcebergDelivery.Result result) {
        counts.successfulRows.add(result.rows());
        counts.failedRows.add(result.failed());
        counts.commits.add(result.committed() ? 1 : 0);
    }
}
