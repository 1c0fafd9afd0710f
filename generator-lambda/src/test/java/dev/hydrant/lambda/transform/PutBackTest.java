package dev.hydrant.lambda.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.lambda.FirehoseEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Putting back through the real SDK over HTTP. */
class PutBackTest {

    private final List<Long> waits = new ArrayList<>();

    private PutBack putBack(Function<String, FirehoseClient> client) {
        return new PutBack(client, Backoff.blueprint(bound -> bound), waits::add);
    }

    private static List<byte[]> records(int count, int bytes) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[bytes];
            byte[] number = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(number, 0, record, 0, number.length);
            records.add(record);
        }
        return records;
    }

    private static List<String> texts(List<byte[]> records) {
        return records.stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 1", // one record, one call
        "500, 100, 1",
        "501, 100, 2",
        "2000, 100, 4",
        "5, 1024000, 2", // 4 records of the largest size are 4,096,000 bytes; 4 MiB has no room for a fifth
        "4, 1048576, 1", // 4 MiB exactly
        "9, 1048576, 3",
    })
    void aCallHoldsAtMost500RecordsAnd4MiB(int count, int bytes, int calls) {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            List<byte[]> records = records(count, bytes);
            PutBack.Refused refused = putBack(endpoint::client).put("events", records, () -> 60_000);

            assertThat(refused.positions()).isEmpty();
            assertThat(endpoint.calls())
                    .hasSize(calls)
                    .allMatch(call -> call.stream().equals("events"));
            assertThat(texts(endpoint.taken())).isEqualTo(texts(records));
            assertThat(waits).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aRecordRefusedNTimesIsSentAgainAloneUpToTwentyAttempts(int refusals) {
        FirehoseEndpoint.Script refusesTheThird = (call, records) -> {
            List<String> answers = new ArrayList<>(Collections.nCopies(records.size(), null));
            if (call < refusals) {
                answers.set(call == 0 ? 2 : 0, "ServiceUnavailableException");
            }
            return answers;
        };
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(refusesTheThird)) {
            PutBack.Refused refused = putBack(endpoint::client).put("events", records(5, 10), () -> 60_000);

            assertThat(endpoint.calls()).hasSize(Math.min(refusals + 1, 20));
            assertThat(endpoint.calls().stream()
                            .skip(1)
                            .allMatch(call -> texts(call.records()).get(0).startsWith("2")
                                    && call.records().size() == 1))
                    .isTrue();
            if (refusals < 20) {
                assertThat(refused).isEqualTo(new PutBack.Refused(List.of(), null));
                assertThat(endpoint.taken()).hasSize(5);
            } else {
                assertThat(refused)
                        .isEqualTo(new PutBack.Refused(List.of(2), "ServiceUnavailableException: Slow down."));
                assertThat(endpoint.taken()).hasSize(4);
            }
        }
    }

    @Test
    void waitsDoubleUpToTheirCap() {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint((call, records) -> {
            throw new FirehoseEndpoint.Outage(503, "ServiceUnavailableException");
        })) {
            PutBack.Refused refused = putBack(endpoint::client).put("events", records(1, 10), () -> 60_000);

            assertThat(refused.positions()).containsExactly(0);
            assertThat(refused.reason()).contains("ServiceUnavailableException");
            assertThat(endpoint.calls()).hasSize(20);
            assertThat(waits).hasSize(19).startsWith(50L, 100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
        }
    }

    @Test
    void whatFailsAtRandomEndsTakenOnceOrRefusedAndNeverBoth() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double failing = random.nextDouble();
            FirehoseEndpoint.Script flaky = (call, records) -> {
                if (random.nextInt(10) == 0) {
                    throw new FirehoseEndpoint.Outage(500, "InternalFailure");
                }
                List<String> answers = new ArrayList<>();
                for (int i = 0; i < records.size(); i++) {
                    answers.add(random.nextDouble() < failing ? "InternalFailure" : null);
                }
                return answers;
            };
            List<byte[]> records = records(1 + random.nextInt(1200), 40);
            try (FirehoseEndpoint endpoint = new FirehoseEndpoint(flaky)) {
                PutBack.Refused refused = putBack(endpoint::client).put("events", records, () -> 60_000);

                List<String> ends = new ArrayList<>(texts(endpoint.taken()));
                refused.positions().forEach(position -> ends.add(texts(records).get(position)));
                // Sorted: AssertJ's own comparison in any order takes quadratic time.
                assertThat(ends.stream().sorted().toList())
                        .as("seed %d", seed)
                        .isEqualTo(texts(records).stream().sorted().toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"400, ResourceNotFoundException", "400, InvalidSourceException", "400, AccessDeniedException"})
    void whatTheServiceRejectsForGoodIsTriedOnce(int status, String type) {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint((call, records) -> {
            throw new FirehoseEndpoint.Outage(status, type);
        })) {
            PutBack.Refused refused = putBack(endpoint::client).put("events", records(1001, 10), () -> 60_000);

            assertThat(refused.positions()).hasSize(1001);
            assertThat(refused.reason()).contains(type);
            assertThat(endpoint.calls()).hasSize(1);
        }
    }

    @Test
    void closeToTheEndOfTheInvocationNothingIsTriedAgain() {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint((call, records) -> {
            throw new FirehoseEndpoint.Outage(503, "ServiceUnavailableException");
        })) {
            long[] remaining = {2_400};
            PutBack putBack =
                    new PutBack(endpoint::client, Backoff.blueprint(bound -> bound), millis -> remaining[0] -= millis);
            PutBack.Refused refused = putBack.put("events", records(3, 10), () -> remaining[0]);

            assertThat(refused.positions()).containsExactly(0, 1, 2);
            assertThat(remaining[0]).isGreaterThanOrEqualTo(2_000);
            assertThat(endpoint.calls()).hasSizeBetween(2, 5);
        }
    }

    @Test
    void anEndpointThatIsGoneRefusesAll() {
        FirehoseEndpoint gone = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
        gone.close();
        PutBack.Refused refused = putBack(gone::client).put("events", records(2, 10), () -> 60_000);

        assertThat(refused.positions()).containsExactly(0, 1);
        assertThat(refused.reason()).isNotNull();
        assertThat(waits).hasSize(19);
    }
}
