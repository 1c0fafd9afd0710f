package dev.hydrant.cli.outlet;

import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.firehose.LocalFirehose;
import dev.hydrant.firehose.StreamMetrics;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records go, through the real SDK and over HTTP, to a local Firehose that this program runs beside, so what lands is seen. */
final class LocalOutlet implements Outlet {

    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final LocalFirehose firehose;
    private final RecordKind kind;
    private final String stream;
    private final EndpointOutlet endpoint;
    private final StreamMetrics before;
    private volatile @Nullable String trouble;

    private LocalOutlet(LocalFirehose firehose, RecordKind kind, EndpointOutlet endpoint) {
        this.firehose = firehose;
        this.kind = kind;
        this.stream = kind.stream();
        this.endpoint = endpoint;
        this.before = firehose.metrics(stream);
    }

    /** What an earlier run had not delivered yet is delivered first, so that rows are counted to the right run. */
    static LocalOutlet open(LocalFirehose firehose, RecordKind kind, int inFlight)
            throws IOException, InterruptedException {
        firehose.flush(kind.stream(), SETTLE);
        FirehoseTarget target = new FirehoseTarget(kind.stream(), firehose.endpoint(), "us-east-1");
        return new LocalOutlet(firehose, kind, EndpointOutlet.open(target, inFlight));
    }

    @Override
    public Destination destination() {
        return endpoint.destination();
    }

    @Override
    public String name() {
        return stream + " at a local Firehose";
    }

    @Override
    public Landing landing() {
        StreamMetrics now = firehose.metrics(stream);
        Map<String, Long> places = new TreeMap<>(now.rowsByTable());
        before.rowsByTable().forEach((table, rows) -> places.merge(table, -rows, Long::sum));
        long lines = now.deliveredToS3Records() - before.deliveredToS3Records();
        long rows = now.successfulRowCount() - before.successfulRowCount();
        return new Landing(
                rows + lines,
                places,
                now.droppedRecords() - before.droppedRecords(),
                now.failedRowCount()
                        - before.failedRowCount()
                        + now.processingFailedRecords()
                        - before.processingFailedRecords(),
                trouble);
    }

    @Override
    public @Nullable String placeOf(String type) {
        return LocalStreams.place(kind, type);
    }

    @Override
    public void settle() throws InterruptedException {
        try {
            firehose.flush(stream, SETTLE);
        } catch (IOException e) {
            trouble = e.getMessage();
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
