package dev.hydrant.cli.outlet;

import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.firehose.LocalFirehose;
import dev.hydrant.firehose.LocalFirehoseSettings;
import dev.hydrant.firehose.StreamMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Records go, through the real SDK and over HTTP, to a local Firehose that this program runs beside. */
public final class LocalOutlet implements Outlet {

    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final LocalFirehose firehose;
    private final Path warehouse;
    private final String stream;
    private final EndpointOutlet endpoint;
    private final long rowsBefore;
    private final long refusedBefore;
    private volatile @Nullable String trouble;

    private LocalOutlet(LocalFirehose firehose, Path warehouse, String stream, EndpointOutlet endpoint) {
        this.firehose = firehose;
        this.warehouse = warehouse;
        this.stream = stream;
        this.endpoint = endpoint;
        StreamMetrics before = firehose.metrics(stream);
        this.rowsBefore = before.successfulRowCount();
        this.refusedBefore = before.failedRowCount();
    }

    /** Starts a local Firehose; what an earlier one had not delivered yet is delivered first, so that rows are counted to the right run. */
    public static LocalOutlet open(LocalFirehoseSettings settings, String stream, int inFlight)
            throws IOException, InterruptedException {
        LocalFirehose firehose = LocalFirehose.start(settings);
        try {
            firehose.flush(stream, SETTLE);
            FirehoseTarget target = new FirehoseTarget(stream, firehose.endpoint(), "us-east-1");
            return new LocalOutlet(firehose, settings.warehouse(), stream, EndpointOutlet.open(target, inFlight));
        } catch (IOException | InterruptedException | RuntimeException e) {
            firehose.close();
            throw e;
        }
    }

    @Override
    public Destination destination() {
        return endpoint.destination();
    }

    @Override
    public String name() {
        return stream + " at a local Firehose, " + warehouse;
    }

    @Override
    public Landing landing() {
        StreamMetrics now = firehose.metrics(stream);
        return new Landing(now.successfulRowCount() - rowsBefore, now.failedRowCount() - refusedBefore, trouble);
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
    public void close() throws IOException {
        firehose.close();
    }
}
