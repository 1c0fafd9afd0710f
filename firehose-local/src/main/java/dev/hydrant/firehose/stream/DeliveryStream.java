package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Delivery;
import dev.hydrant.firehose.delivery.DeliveryCounts;
import dev.hydrant.firehose.delivery.Flush;
import dev.hydrant.firehose.delivery.PositionFile;
import dev.hydrant.firehose.delivery.StreamDelivery;
import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.spool.Backlog;
import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.transform.TransformCounts;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery stream at work: takes records into its spool, transforms them into a second one if it has a transform, and delivers by its
 * buffering hints.
 */
public final class DeliveryStream implements Closeable {

    private volatile StreamDefinition definition;
    private final DeliveryCounts counts = new DeliveryCounts();
    private final InstantSource clock;
    private final Spool put;
    private final Spool ready;
    private final StreamDelivery delivery;
    private final @Nullable Transforming transforming;

    /** Opens the stream whose spools and position stand in {@code folder}. */
    DeliveryStream(Path folder, StreamDefinition definition, DeliverySurroundings surroundings) throws IOException {
        this.definition = definition;
        this.clock = surroundings.clock();
        PositionFile position = new PositionFile(folder.resolve("position"));
        TransformDefinition transform = definition.transform();
        if (transform == null) {
            put = Spool.open(folder.resolve("spool"), position.read());
            ready = put;
        } else {
            ready = Spool.open(folder.resolve("transformed"), position.read());
            put = Spool.open(folder.resolve("spool"), ready.next());
        }
        Delivery destination = Deliveries.of(definition, surroundings);
        delivery = new StreamDelivery(
                "delivery-" + definition.name(),
                ready,
                new Flush(ready, destination, position, counts, surroundings.observer()),
                definition.hints().bytes(),
                definition.hints().millis(),
                counts::delivered,
                clock);
        transforming =
                transform == null ? null : new Transforming(definition, transform, put, ready, delivery, surroundings);
    }

    public StreamDefinition definition() {
        return definition;
    }

    /** Takes over attributes, which the work of the stream does not depend on. */
    void attributes(StreamAttributes attributes) {
        definition = definition.with(attributes);
    }

    public DeliveryCounts counts() {
        return counts;
    }

    /** What the transform did; empty when there is none. */
    public Optional<TransformCounts> transformCounts() {
        return Optional.ofNullable(transforming).map(Transforming::counts);
    }

    /** Why accepting, transforming or delivering fails at present. */
    public Optional<String> lastError() {
        return counts.lastError().or(() -> transformCounts().flatMap(TransformCounts::lastError));
    }

    /** All that is accepted and not delivered. */
    public Backlog backlog() {
        return transforming == null ? put.backlog() : put.backlog().plus(ready.backlog());
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
            first = put.append(frame, clock.millis());
        } catch (IOException e) {
            counts.accepted(Reasons.of(e));
            // What is delivered leaves the disk.
            delivery.deliverSoon();
            if (transforming != null) {
                transforming.transformSoon();
            }
            throw e;
        }
        counts.accepted(null);
        counts.incomingPutRequests.increment();
        counts.incomingRecords.add(frame.records());
        counts.incomingBytes.add(frame.dataBytes());
        if (transforming == null) {
            delivery.appended();
        } else {
            transforming.appended();
        }
        return first;
    }

    /**
     * Delivers all that was accepted up to now; false when that took longer than {@code timeout}.
     *
     * <p>What a transform puts back into the stream meanwhile belongs to it.
     */
    public boolean deliverAll(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        if (transforming != null && !transformAll(transforming, deadline)) {
            return false;
        }
        return delivery.deliverAll(left(deadline));
    }

    private boolean transformAll(Transforming stage, long deadline) throws InterruptedException {
        long target;
        long dropped;
        do {
            target = put.next();
            dropped = stage.counts().droppedRecords.sum();
            if (!stage.transformAll(left(deadline))) {
                return false;
            }
        } while (put.next() > target && stage.counts().droppedRecords.sum() > dropped);
        return true;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /**
     * Takes no further records and delivers those it has; when that takes longer than {@code timeout} it takes records again.
     *
     * @return whether all is delivered
     */
    boolean finish(Duration timeout) throws InterruptedException {
        put.refuse(true);
        boolean done = false;
        try {
            done = deliverAll(timeout);
            return done;
        } finally {
            put.refuse(done);
        }
    }

    /** Takes records again, after it was finished and yet is to go on. */
    void resume() {
        put.refuse(false);
    }

    /** Ends the rounds under way and leaves the rest in the spools. */
    @Override
    public void close() throws IOException {
        if (transforming != null) {
            transforming.close();
        }
        delivery.close();
        put.close();
        ready.close();
    }
}
