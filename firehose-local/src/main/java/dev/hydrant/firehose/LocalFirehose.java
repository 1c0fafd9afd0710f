package dev.hydrant.firehose;

import dev.hydrant.firehose.delivery.DeliveryCounts;
import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.iceberg.WarehouseLock;
import dev.hydrant.firehose.protocol.Endpoint;
import dev.hydrant.firehose.spool.Backlog;
import dev.hydrant.firehose.stream.DeliveryStream;
import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.transform.Functions;
import dev.hydrant.firehose.transform.TransformCounts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A Firehose on this machine: accepts records over Firehose's own protocol, buffers them durably, transforms them if asked, delivers them
 * into Iceberg tables or objects in a warehouse folder, each accepted record exactly once, across {@code kill -9} at any instant.
 */
public final class LocalFirehose implements AutoCloseable {

    private final InstantSource clock;
    private final Endpoint endpoint;
    private final DeliveryStreams streams;
    private final Deque<Closeable> parts;

    private LocalFirehose(InstantSource clock, Endpoint endpoint, DeliveryStreams streams, Deque<Closeable> parts) {
        this.clock = clock;
        this.endpoint = endpoint;
        this.streams = streams;
        this.parts = parts;
    }

    /**
     * Starts listening; records left in the spool by an earlier process are delivered on.
     *
     * @throws dev.hydrant.firehose.iceberg.WarehouseException when the folder cannot be used, or another local Firehose uses it
     * @throws java.net.BindException when the port is in use
     */
    public static LocalFirehose start(LocalFirehoseSettings settings) throws IOException {
        return start(settings, Clock.systemUTC(), step -> {});
    }

    static LocalFirehose start(LocalFirehoseSettings settings, InstantSource clock, Step.Observer observer)
            throws IOException {
        Deque<Closeable> parts = new ArrayDeque<>();
        try {
            Path folder = settings.warehouse().toAbsolutePath().normalize();
            WarehouseLock lock = WarehouseLock.take(folder);
            parts.push(lock);
            Endpoint endpoint = Endpoint.bind(settings.host(), settings.port());
            parts.push(endpoint);
            lock.describe(
                    "pid %d, endpoint %s".formatted(ProcessHandle.current().pid(), endpoint.uri()));
            Warehouse warehouse = Warehouse.open(folder);
            parts.push(warehouse);
            Path own = folder.resolve(".hydrant");
            Functions functions = new Functions(settings.functions(), endpoint.uri(), own.resolve("lambda"));
            DeliveryStreams streams = new DeliveryStreams(
                    own.resolve("streams"), folder.resolve("s3"), warehouse, functions, clock, observer);
            parts.push(streams);
            streams.ensure(defaultStream(settings).definition(clock.millis()));
            for (StreamSettings stream : settings.streams()) {
                streams.ensure(stream.definition(clock.millis()));
            }
            endpoint.serve(streams, clock);
            return new LocalFirehose(clock, endpoint, streams, parts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted while starting");
            close(parts, failure);
            throw failure;
        } catch (IOException | RuntimeException e) {
            close(parts, e);
            throw e;
        }
    }

    private static StreamSettings defaultStream(LocalFirehoseSettings settings) {
        return StreamSettings.toTable(
                        settings.streamName(),
                        LocalFirehoseSettings.DEFAULT_NAMESPACE,
                        LocalFirehoseSettings.DEFAULT_TABLE)
                .withBuffering(settings.hints());
    }

    /** Where clients send to. */
    public URI endpoint() {
        return endpoint.uri();
    }

    /**
     * Delivers all that was acknowledged up to now; returns once it is visible in its table, its
     * object or the error output, or dropped.
     *
     * @throws UndeliveredException when that took longer than {@code timeout}: it says what stood in the way
     * @throws IllegalArgumentException when there is no such stream
     */
    public void flush(String stream, Duration timeout) throws UndeliveredException, InterruptedException {
        DeliveryStream found = stream(stream);
        if (!found.deliverAll(timeout)) {
            throw new UndeliveredException(
                    stream, found.backlog().records(), found.lastError().orElse("not delivered within " + timeout));
        }
    }

    /**
     * What the stream did since the start.
     *
     * @throws IllegalArgumentException when there is no such stream
     */
    public StreamMetrics metrics(String stream) {
        DeliveryStream found = stream(stream);
        DeliveryCounts counts = found.counts();
        Backlog backlog = found.backlog();
        long age = backlog.records() == 0 ? 0 : Math.max(0, clock.millis() - backlog.oldestMillis());
        return new StreamMetrics(
                counts.incomingRecords.sum(),
                counts.incomingBytes.sum(),
                counts.incomingPutRequests.sum(),
                counts.successfulRows.sum(),
                counts.failedRows.sum(),
                counts.rowsByTable(),
                counts.objectRecords.sum(),
                counts.objectBytes.sum(),
                counts.dropped.sum(),
                counts.processingFailed.sum(),
                found.transformCounts().map(LocalFirehose::transform).orElse(StreamMetrics.Transform.NONE),
                Duration.ofMillis(age),
                counts.commits.sum(),
                backlog.records(),
                backlog.bytes(),
                found.lastError());
    }

    private static StreamMetrics.Transform transform(TransformCounts counts) {
        return new StreamMetrics.Transform(
                counts.succeededRecords.sum(),
                counts.succeededBytes.sum(),
                counts.invocations.sum(),
                counts.failedInvocations.sum(),
                Duration.ofNanos(counts.invocationNanos.sum()));
    }

    /** Stops accepting, ends the flushes under way, leaves the rest in the spool for the next start. */
    @Override
    public void close() throws IOException {
        IOException failure = new IOException("the local Firehose did not close cleanly");
        endpoint.stop();
        close(parts, failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private DeliveryStream stream(String name) {
        DeliveryStream found = streams.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "stream '%s' does not exist: allowed are %s".formatted(name, streams.namesAfter("")));
        }
        return found;
    }

    private static void close(Deque<Closeable> parts, Throwable failure) {
        for (Closeable part; (part = parts.poll()) != null; ) {
            try {
                part.close();
            } catch (IOException | RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
