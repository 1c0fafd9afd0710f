package dev.hydrant.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.lambda.generator.GeneratorEvent;
import dev.hydrant.lambda.generator.GeneratorSettings;
import dev.hydrant.lambda.generator.MinuteReport;
import dev.hydrant.lambda.generator.MinuteRun;
import dev.hydrant.lambda.generator.Rehearsal;
import dev.hydrant.lambda.generator.Sources;
import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.record.RecordSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The scheduled generator: each invocation sends one minute's records, of {@link GeneratorSettings}, and answers with the
 * accounting, which is also its last line of log. Records that could not be delivered stand in the log before it.
 *
 * <p>It fails only when nothing could be sent, so that the schedule's retry makes the same records again and none twice.
 */
public final class GeneratorHandler implements RequestStreamHandler, Resource {

    private final Map<String, String> environment;
    private final Function<String, Destination> destinations;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final Sources sources = new Sources();

    /** For Lambda. Its log is standard output: the context's logger may wrap lines, and CloudWatch would find no metrics. */
    public GeneratorHandler() {
        this(System.getenv(), GeneratorHandler::firehose, InstantSource.system(), System.out::println);
        Core.getGlobalContext().register(this);
    }

    /**
     * For any other place that runs the function.
     *
     * @param destinations of a stream, for one invocation, which closes it
     * @param clock stamps the metrics and dead letters; no record depends on it
     * @param log takes one line
     */
    public GeneratorHandler(
            Map<String, String> environment,
            Function<String, Destination> destinations,
            InstantSource clock,
            Consumer<String> log) {
        this.environment = environment;
        this.destinations = destinations;
        this.clock = clock;
        this.log = log;
    }

    /** Over the SDK's own settings: region, credentials, {@code AWS_ENDPOINT_URL_FIREHOSE}. */
    private static Destination firehose(String stream) {
        FirehoseTarget target = new FirehoseTarget(stream, null, null);
        return new FirehoseDestination(FirehoseClients.open(target, UrlConnectionHttpClient.builder()), stream);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        GeneratorEvent event = GeneratorEvent.read(input.readAllBytes());
        GeneratorSettings settings = GeneratorSettings.of(new Environment(environment, event.settings()));
        // The SDK and the vocabularies take about as long to load at the first invocation: each in its own thread.
        CompletableFuture<Destination> destination = CompletableFuture.supplyAsync(
                () -> destinations.apply(settings.stream()), task -> new Thread(task, "opening").start());
        MinuteRun run = new MinuteRun(settings, sources.of(settings), clock, log);
        MinuteReport report;
        try {
            report = run.run(event.time(), destination.join(), context.getRemainingTimeInMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sending");
        }
        String line = report.toJson(clock.millis());
        log.accept(line);
        if (report.nothingSent()) {
            String reason = Objects.requireNonNullElse(report.reason(), "no answer in the time of the invocation");
            throw new IOException("nothing could be sent to " + settings.stream() + ": " + reason);
        }
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the records' source and rehearses, so that a SnapStart snapshot has all of it loaded. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws InterruptedException {
        GeneratorSettings settings = GeneratorSettings.of(new Environment(environment));
        Rehearsal.of(settings);
        RecordSource unused = sources.of(settings);
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // The snapshot holds no connection, no credentials and no random numbers: nothing is to be made anew.
    }
}
