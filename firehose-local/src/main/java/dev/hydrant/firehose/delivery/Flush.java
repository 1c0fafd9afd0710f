package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;

/** One round of delivery: take what is spooled, deliver it, write down how far that got, delete it from the spool. */
public final class Flush implements Round {

    /** Most bytes of records in one round: bounds the memory of the Parquet writer and the time to stop. */
    private static final long MOST_BYTES = 64L << 20;

    private final Spool spool;
    private final Delivery delivery;
    private final PositionFile position;
    private final DeliveryCounts counts;
    private final Step.Observer observer;

    public Flush(Spool spool, Delivery delivery, PositionFile position, DeliveryCounts counts, Step.Observer observer) {
        this.spool = spool;
        this.delivery = delivery;
        this.position = position;
        this.counts = counts;
        this.observer = observer;
    }

    @Override
    public void once() throws IOException {
        SpoolBatch batch = spool.take(MOST_BYTES);
        if (batch.isEmpty()) {
            return;
        }
        Delivery.Settled settled = delivery.deliver(batch, counts);
        position.write(batch.to());
        // From here on it cannot be delivered a second time.
        counts.settled(settled);
        observer.done(Step.POSITION_WRITTEN);
        spool.release(batch.to());
        observer.done(Step.SEGMENTS_DELETED);
        delivery.tidy();
    }
}
