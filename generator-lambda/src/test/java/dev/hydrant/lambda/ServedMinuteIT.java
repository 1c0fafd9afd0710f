package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.lambda.runtime.Jdks;
import dev.hydrant.lambda.runtime.LambdaProcess;
import dev.hydrant.lambda.runtime.Relay;
import dev.hydrant.lambda.runtime.RuntimeApi;
import dev.hydrant.run.RecordKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The packaged generator sends whole minutes to a local Firehose that runs elsewhere, {@code hydrant serve}: each JDK a minute of its own,
 * each kind of records to its own stream, all at the same time. Prints what it measures.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = ServedMinuteIT.FIREHOSE, matches = "http:.*")
class ServedMinuteIT {

    /** The address of the Firehose. */
    static final String FIREHOSE = "hydrant.firehose";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MINUTE = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void aMinuteIsTenThousandRecordsInFiftySeconds() throws Exception {
        List<Minute> minutes = new ArrayList<>();
        try {
            for (RecordKind records : RecordKind.values()) {
                Instant scheduled = MINUTE;
                for (Jdks.Jdk jdk : Jdks.all()) {
                    Minute minute = new Minute(jdk, records, scheduled);
                    minutes.add(minute);
                    // One start at a time: each is measured.
                    minute.relay.acknowledged().get(30, TimeUnit.SECONDS);
                    scheduled = scheduled.plus(Duration.ofMinutes(1));
                }
            }
            for (Minute minute : minutes) {
                minute.check();
            }
        } finally {
            minutes.forEach(Minute::close);
        }
    }

    /** A function at work. */
    private static final class Minute implements AutoCloseable {

        private final String name;
        private final Relay relay;
        private final RuntimeApi api = new RuntimeApi();
        private final LambdaProcess function;
        private final CompletableFuture<String> answer;

        Minute(Jdks.Jdk jdk, RecordKind records, Instant scheduled) throws Exception {
            name = jdk + ", " + records;
            relay = new Relay(URI.create(System.getProperty(FIREHOSE)));
            answer = api.invoke("{\"time\":\"" + scheduled + "\"}", Duration.ofSeconds(60));
            function = new LambdaProcess(
                    jdk,
                    api,
                    "dev.hydrant.lambda.GeneratorHandler::handleRequest",
                    relay.uri(),
                    Map.of("HYDRANT_STREAM", records.stream(), "HYDRANT_RECORDS", records.toString()));
        }

        void check() throws Exception {
            JsonNode report = JSON.readTree(answer.get(90, TimeUnit.SECONDS));
            long first = TimeUnit.NANOSECONDS.toMillis(relay.acknowledged().join() - function.startedAt());
            long resident = function.peakResidentMegabytes();
            System.out.printf(
                    "%s: %,d acknowledged in %s s, the first batch after %d ms, latency p99 %.0f ms; "
                            + "live heap %d MB, peak resident %d MB%n",
                    name,
                    report.path("Acknowledged").asLong(),
                    report.path("seconds"),
                    first,
                    report.path("latency").path("p99").asDouble(),
                    function.liveHeapMegabytes(),
                    resident);
            assertThat(report.path("Generated").asInt())
                    .as("%s: generated", name)
                    .isEqualTo(10_000);
            assertThat(report.path("Acknowledged").asInt())
                    .as("%s: acknowledged", name)
                    .isEqualTo(10_000);
            // The functions share this machine: the last of them may have to wait for its answer.
            assertThat(report.path("seconds").asDouble())
                    .as("%s: seconds", name)
                    .isBetween(49.9, 55.0);
            assertThat(resident).as("%s: resident memory in MB", name).isLessThan(512);
        }

        @Override
        public void close() {
            function.close();
            api.close();
            relay.close();
        }
    }
}
