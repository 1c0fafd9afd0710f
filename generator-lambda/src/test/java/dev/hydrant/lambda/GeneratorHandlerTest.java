package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.lambda.generator.GeneratorSettings;
import dev.hydrant.lambda.generator.Rehearsal;
import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.run.RecordKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The generator in process, through the real SDK over HTTP. */
class GeneratorHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:30Z"));

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment =
                new HashMap<>(Map.of("HYDRANT_STREAM", "events", "HYDRANT_RATE", "300", "HYDRANT_SECONDS", "1"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    private JsonNode invoke(FirehoseEndpoint firehose, Map<String, String> environment, String event, int millis)
            throws IOException {
        GeneratorHandler handler = new GeneratorHandler(
                environment, stream -> new FirehoseDestination(firehose.client(stream), stream), CLOCK, log::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new TestContext(() -> millis));
        assertThat(log.get(log.size() - 1)).isEqualTo(out.toString(StandardCharsets.UTF_8));
        return JSON.readTree(out.toByteArray());
    }

    private static String at(String time) {
        return "{\"time\":\"" + time + "\"}";
    }

    private static List<String> sorted(List<byte[]> records) {
        return records.stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theSameScheduledMinuteMakesTheSameBytesAndTheNextGoesOn(RecordKind kind) throws IOException {
        Map<String, String> environment = environment("HYDRANT_RECORDS", kind.toString());
        try (FirehoseEndpoint once = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                FirehoseEndpoint again = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                FirehoseEndpoint next = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            JsonNode report = invoke(once, environment, at("2026-11-21T10:00:17Z"), 60_000);
            invoke(again, environment, at("2026-11-21T10:00:59Z"), 60_000);
            JsonNode following = invoke(next, environment, at("2026-11-21T10:01:17Z"), 60_000);

            assertThat(once.taken()).hasSize(300);
            assertThat(sorted(again.taken())).isEqualTo(sorted(once.taken()));
            assertThat(sorted(next.taken())).isNotEqualTo(sorted(once.taken())).hasSize(300);
            assertThat(report.path("minute").asText()).isEqualTo("2026-11-21T10:00:00Z");
            assertThat(following.path("from").asLong())
                    .isEqualTo(report.path("to").asLong());
        }
    }

    @Test
    void theShardsTogetherSendWhatOneWouldSend() throws IOException {
        try (FirehoseEndpoint whole = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                FirehoseEndpoint shards = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            invoke(whole, environment(), at("2026-11-21T10:00:00Z"), 60_000);
            for (int shard = 0; shard < 3; shard++) {
                String event = "{\"time\":\"2026-11-21T10:00:00Z\",\"shard\":" + shard + ",\"shards\":3}";
                JsonNode report = invoke(shards, environment(), event, 60_000);
                assertThat(report.path("planned").asInt()).isEqualTo(100);
            }
            assertThat(sorted(shards.taken())).isEqualTo(sorted(whole.taken()));
        }
    }

    @Test
    void theReportCarriesTheMetricsForCloudWatchAndTheAccounting() throws IOException {
        FirehoseEndpoint.Script refusesTheFirstCallsFirstRecord =
                (call, records) -> call == 0 ? List.of("ServiceUnavailableException") : List.of();
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(refusesTheFirstCallsFirstRecord)) {
            JsonNode report = invoke(firehose, environment(), at("2026-11-21T10:00:00Z"), 60_000);

            JsonNode metrics = report.path("_aws").path("CloudWatchMetrics").path(0);
            assertThat(report.path("_aws").path("Timestamp").asLong()).isEqualTo(CLOCK.millis());
            assertThat(metrics.path("Namespace").asText()).isEqualTo("Hydrant");
            assertThat(metrics.path("Dimensions")).isEqualTo(JSON.readTree("[[\"DeliveryStreamName\"]]"));
            assertThat(metrics.path("Metrics"))
                    .extracting(metric -> metric.path("Name").asText() + " "
                            + report.path(metric.path("Name").asText()))
                    .containsExactly("Generated 300", "Acknowledged 300", "Retried 1", "DeadLettered 0");
            assertThat(report.path("DeliveryStreamName").asText()).isEqualTo("events");
            assertThat(report.path("left").asInt()).isZero();
            assertThat(report.path("aborted").asInt()).isZero();
            assertThat(report.path("seconds").asDouble()).isBetween(0.99, 5.0);
            assertThat(log).hasSize(1);
        }
    }

    @Test
    void whatIsRejectedForGoodStandsInTheLogAndNothingSentIsAFailure() throws IOException {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint((call, records) -> {
            throw new FirehoseEndpoint.Outage(400, "ResourceNotFoundException");
        })) {
            assertThatThrownBy(() -> invoke(firehose, environment(), at("2026-11-21T10:00:00Z"), 60_000))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing could be sent to events")
                    .hasMessageContaining("ResourceNotFoundException");

            JsonNode report = JSON.readTree(log.get(log.size() - 1));
            int dead = report.path("DeadLettered").asInt();
            assertThat(dead).isPositive().isEqualTo(report.path("Generated").asInt());
            assertThat(report.path("left").asInt()).isEqualTo(300 - dead);
            assertThat(log).hasSize(dead + 1);
            JsonNode letter = JSON.readTree(log.get(0));
            assertThat(letter.path("errorCode").asText()).isEqualTo("ResourceNotFoundException");
            assertThat(Base64.getDecoder().decode(letter.path("rawData").asText()))
                    .isEqualTo(firehose.calls().get(0).records().get(0));
        }
    }

    @Test
    void atTheDeadlineItStopsDrainsAndSaysWhatWasLeft() throws IOException {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            long started = System.nanoTime();
            JsonNode report = invoke(firehose, environment("HYDRANT_SECONDS", "50"), at("2026-11-21T10:00:00Z"), 4_000);

            assertThat(System.nanoTime() - started).isLessThan(4_000_000_000L);
            assertThat(report.path("planned").asInt()).isEqualTo(15_000);
            assertThat(report.path("Generated").asInt()).isBetween(1, 15_000 / 50 * 3);
            assertThat(report.path("left").asInt())
                    .isEqualTo(15_000 - report.path("Generated").asInt());
            assertThat(report.path("Acknowledged").asInt())
                    .isEqualTo(report.path("Generated").asInt())
                    .isEqualTo(firehose.taken().size());
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUpBeforeTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        FirehoseEndpoint.Script stuckAfterTheFirst = (call, records) -> {
            if (call > 0) {
                awaitQuietly(never);
            }
            return List.of();
        };
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(stuckAfterTheFirst)) {
            long started = System.nanoTime();
            JsonNode report = invoke(firehose, environment("HYDRANT_SECONDS", "50"), at("2026-11-21T10:00:00Z"), 4_000);
            assertThat(System.nanoTime() - started).isLessThan(4_000_000_000L);
            never.countDown();

            assertThat(report.path("aborted").asInt()).isPositive();
            assertThat(report.path("Acknowledged").asInt()
                            + report.path("aborted").asInt())
                    .isEqualTo(report.path("Generated").asInt());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void aRehearsalNeedsNoNetwork(RecordKind kind) throws InterruptedException {
        Rehearsal.of(GeneratorSettings.of(
                new Environment(Map.of("HYDRANT_STREAM", "events", "HYDRANT_RECORDS", kind.toString()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HYDRANT_STREAM|''|the name of a delivery stream",
                "HYDRANT_STREAM|a/b|1 to 64 of a-z A-Z 0-9 _ . -",
                "HYDRANT_RECORDS|sensors|sensor",
                "HYDRANT_RATE|0|0.000001 to 10000000",
                "HYDRANT_RATE|-5|0.000001 to 10000000",
                "HYDRANT_RATE|abc|0.000001 to 10000000",
                "HYDRANT_SECONDS|0|whole numbers from 1 to 60",
                "HYDRANT_SECONDS|61|whole numbers from 1 to 60",
                "HYDRANT_SECONDS|1.5|whole numbers from 1 to 60",
                "HYDRANT_SEED|x|whole numbers from -9223372036854775808 to 9223372036854775807",
                "HYDRANT_SEED|9223372036854775808|whole numbers from",
                "HYDRANT_SHARD|1|whole numbers from 0 to 0",
                "HYDRANT_SHARD|-1|whole numbers from 0 to 0",
                "HYDRANT_SHARDS|0|whole numbers from 1 to 1000",
            })
    void aWrongVariableStopsTheInvocationNamingValueAndWhatIsAllowed(String name, String value, String allowed) {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            assertThatThrownBy(() -> invoke(firehose, environment(name, value), at("2026-11-21T10:00:00Z"), 60_000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("\"" + value + "\": allowed")
                    .hasMessageContaining(allowed);
            assertThat(firehose.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|event: time missing",
                "[]|event: not a JSON object",
                "now|event: not JSON",
                "{\"time\":\"yesterday\"}|event: time \"yesterday\": allowed a time such as",
                "{\"time\":\"<aws.scheduler.scheduled-time>\"}|Scheduler where the input says",
                "{\"time\":1795255200}|event: time 1795255200: allowed",
                "{\"time\":\"1999-01-01T00:00:00Z\"}|from 2001-09-09T01:47:00Z",
                "{\"time\":\"2026-11-21T10:00:00Z\",\"rate\":\"x\"}|HYDRANT_RATE (rate in the event) \"x\": allowed",
                "{\"time\":\"2026-11-21T10:00:00Z\",\"shards\":2,\"shard\":2}|HYDRANT_SHARD (shard in the event) \"2\"",
            })
    void aWrongEventStopsTheInvocation(String event, String message) {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            assertThatThrownBy(() -> invoke(firehose, environment(), event, 60_000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }
}
