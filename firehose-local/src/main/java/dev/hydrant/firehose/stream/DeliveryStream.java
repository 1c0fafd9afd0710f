package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.DeliveryCounts;
import dev.hydrant.firehose.delivery.Flush;
import dev.hydrant.firehose.delivery.IcebergDelivery;
import dev.hydrant.firehose.delivery.PositionFile;
import dev.hydrant.firehose.delivery.StreamDelivery;
import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.spool.Backlog;
import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.spool.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** A delivery stream at work: takes records into its spool, delivers them by its buffering hints. */
public final class DeliveryStream implements Closeable {

    private final StreamDefinition definition;
    private final DeliveryCounts counts = new DeliveryCounts();
    private final InstantSource clock;
    private final Spool spool;
    private final StreamDelivery delivery;

    /** Opens the stream whose spool and position stand in {@code folder}. */
    DeliveryStream(Path folder, StreamDefinition definition, DeliverySurroundings surroundings) throws IOException {
        this.definition = definition;
        this.clock = surroundings.clock();
        IcebergDelivery iceberg = new IcebergDelivery(
                surroundings.warehouse(),
                new IcebergDelivery.Target(
                        definition.name(),
                        definition.id(),
                        definition.table(),
                        surroundings.buckets().resolve(definition.bucket()),
                        definition.errorPrefix(),
                        surroundings.live()),
                clock,
                surroundings.observer());
        PositionFile position = new PositionFile(folder.resolve("position"));
        spool = Spool.open(folder.resolve("spool"), Math.max(position.read(), iceberg.committed()));
        Flush flush = new Flush(spool, iceberg, position, counts, surroundings.observer());
        delivery = new StreamDelivery(definition.name(), spool, flush, definition.hints(), counts, clock);
    }

    public StreamDefinition definition() {
        return definition;
    }

    public DeliveryCounts counts() {
        return counts;
    }

    public Backlog backlog() {
        return spool.backlog();
    }

    /**
     * Accepts the records of one request: once this returns they survive the death of the process.
     *
     * @return the number of the first of them
     * @throws IOException when they could not be spooled; then none of them is
     */
    public long put(Frame frame) throws IOException {
        long first;
        try {
            first = spool.append(frame, clock.millis());
        } catch (IOException e) {
            counts.accepted(Reasons.of(e));
            // What is delivered leaves the disk.
            delivery.deliverSoon();
            throw e;
        }
        counts.accepted(null);
        counts.incomingPutRequests.increment();
        counts.incomingRecords.add(frame.records());
        counts.incomingBytes.add(frame.dataBytes());
        delivery.appended();
        return first;
    }

    /** Delivers all that was accepted up to now; false when that took longer than {@code timeout}. */
    public boolean deliverAll(Duration timeout) throws InterruptedException {
        return delivery.deliverAll(timeout);
    }

    /**
     * Takes no further records and delivers those it has; when that takes longer than {@code timeout} it takes records again.
     *
     * @return whether all is delivered
     */
    boolean finish(Duration timeout) throws InterruptedException {
        spool.refuse(true);
        boolean done = false;
        try {
            done = deliverAll(timeout);
            return done;
        } finally {
            spool.refuse(done);
        }
    }

    /** Ends the flush under way and leaves the rest in the spool. */
    @Override
    public void close() throws IOException {
        delivery.close();
        spool.close();
    }
}
