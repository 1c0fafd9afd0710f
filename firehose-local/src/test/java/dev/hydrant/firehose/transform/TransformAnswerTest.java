package dev.hydrant.firehose.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firehose's checks on the answer of a function. */
final class TransformAnswerTest {

    private static final int ATTEMPT = 2;
    private static final long END = 1_700_000_000_000L;
    private static final int RECORDS = 5;

    private final TransformBatch batch = new TransformBatch(new UUID(7, 8).toString(), 1 << 20);

    TransformAnswerTest() {
        batch.clear();
        for (int i = 0; i < RECORDS; i++) {
            byte[] data = {(byte) i};
            batch.add(100 + i, 0, data, 0, 1);
        }
    }

    @Test
    void anAnswerInAnyOrderHasEachOutcomeAtItsRecord() throws Exception {
        List<String> entries = entries();
        Collections.shuffle(entries, new Random(1));

        Outcome[] outcomes = outcomes(entries);

        for (int i = 0; i < RECORDS; i++) {
            assertThat(data(outcomes[i])).isEqualTo(batch.recordId(i));
        }
    }

    @Test
    void aRecordThatIsLeftOutFailsAlone() throws Exception {
        List<String> entries = entries();
        entries.remove(3);

        assertFailsAlone(outcomes(entries), 3, "Lambda.MissingRecordId", "did not answer this recordId");
    }

    @Test
    void aRecordThatIsThereTwiceOrMoreFailsAlone() throws Exception {
        for (String again : List.of(entries().get(2), entry(batch.recordId(2), "Dropped", ""))) {
            for (int times = 1; times <= 2; times++) {
                List<String> entries = entries();
                entries.addAll(Collections.nCopies(times, again));

                assertFailsAlone(outcomes(entries), 2, "Lambda.DuplicatedRecordId", "more than once");
            }
        }
    }

    @Test
    void aRecordIdThatWasNotSentIsIgnoredAndTheOneItStandsForIsMissing() throws Exception {
        List<String> entries = entries();
        entries.set(1, entry("unknown", "Ok", ",\"data\":\"AA==\""));

        assertFailsAlone(outcomes(entries), 1, "Lambda.MissingRecordId", "but 1 that were not asked");
    }

    @Test
    void aRecordThatIsOkWithoutDataFailsAlone() throws Exception {
        List<String> entries = entries();
        entries.set(4, entry(batch.recordId(4), "Ok", ""));

        assertFailsAlone(outcomes(entries), 4, "Lambda.FunctionError", "Ok without data");
    }

    @Test
    void theDataOfWhatIsNotOkAreNotRead() throws Exception {
        List<String> entries = entries();
        entries.set(0, entry(batch.recordId(0), "Dropped", ",\"data\":\"?\""));
        entries.set(1, entry(batch.recordId(1), "ProcessingFailed", ",\"data\":\"?\""));

        Outcome[] outcomes = outcomes(entries);

        assertThat(outcomes[0]).isInstanceOf(Outcome.Dropped.class);
        assertThat(outcomes[1]).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("Lambda.ProcessingFailedStatus");
            assertThat(failed.attempts()).isEqualTo(ATTEMPT);
            assertThat(failed.endMillis()).isEqualTo(END);
        });
    }

    @Test
    void theRouteIsThatOfTheMetadata() throws Exception {
        List<String> entries = entries();
        entries.set(0, routed("{\"otfMetadata\":{\"x\":[1],\"destinationTableName\":\"t\",\"operation\":\"insert\"}}"));
        entries.set(
                1, entry(batch.recordId(1), "Ok", ",\"data\":\"AA==\",\"metadata\":{\"partitionKeys\":{\"a\":\"b\"}}"));
        entries.set(2, entry(batch.recordId(2), "Ok", ",\"data\":\"AA==\",\"metadata\":null"));

        Outcome[] outcomes = outcomes(entries);

        assertThat(route(outcomes[0])).isEqualTo(new Route("", "t", "insert"));
        assertThat(route(outcomes[1])).isEqualTo(Route.NONE);
        assertThat(route(outcomes[2])).isEqualTo(Route.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "null",
                "[]",
                "{}",
                "{\"records\":null}",
                "{\"records\":{}}",
                "{\"records\":[1]}",
                "{\"records\":[",
                "{\"records\":[]}{\"records\":[]}",
                "{\"records\":[]} x",
                "{\"records\":[{\"recordId\":\"a\"}]}",
                "{\"records\":[{\"recordId\":\"a\",\"result\":\"OK\"}]}",
                "{\"records\":[{\"recordId\":\"a\",\"result\":null}]}",
                "{\"records\":[{\"recordId\":\"a\",\"result\":\"Ok\",\"data\":\"?\"}]}",
                "{\"records\":[{\"recordId\":\"a\",\"result\":\"Ok\",\"data\":\"AAAAA\"}]}"
            })
    void anAnswerThatCannotBeUnderstoodSpoilsTheBatch(String answer) {
        assertThatThrownBy(() -> TransformAnswer.outcomes(answer.getBytes(StandardCharsets.UTF_8), batch, ATTEMPT, END))
                .isInstanceOf(InvocationException.class)
                .hasMessageMatching("(?s)(the answer|recordId a: ).*");
    }

    private void assertFailsAlone(Outcome[] outcomes, int index, String code, String message) {
        for (int i = 0; i < RECORDS; i++) {
            if (i == index) {
                assertThat(outcomes[i]).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(code);
                    assertThat(failed.message()).contains(message);
                    assertThat(failed.attempts()).isEqualTo(ATTEMPT);
                    assertThat(failed.endMillis()).isEqualTo(END);
                });
            } else {
                assertThat(data(outcomes[i])).isEqualTo(batch.recordId(i));
            }
        }
    }

    /** Every record Ok, its id as its data. */
    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String id = batch.recordId(i);
            String data = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
            entries.add(entry(id, "Ok", ",\"data\":\"" + data + '"'));
        }
        return entries;
    }

    private String routed(String metadata) {
        return entry(batch.recordId(0), "Ok", ",\"data\":\"AA==\",\"metadata\":" + metadata);
    }

    private static String entry(String id, String result, String more) {
        return "{\"recordId\":\"%s\",\"result\":\"%s\"%s}".formatted(id, result, more);
    }

    private Outcome[] outcomes(List<String> entries) throws InvocationException {
        String answer = "{\"other\":{\"records\":[]},\"records\":[" + String.join(",", entries) + "]}";
        Outcome[] outcomes = TransformAnswer.outcomes(answer.getBytes(StandardCharsets.UTF_8), batch, ATTEMPT, END);
        assertThat(Arrays.asList(outcomes)).hasSize(RECORDS).doesNotContainNull();
        return outcomes;
    }

    private static String data(Outcome outcome) {
        return new String(((Outcome.Ok) outcome).data(), StandardCharsets.UTF_8);
    }

    private static Route route(Outcome outcome) {
        return ((Outcome.Ok) outcome).route();
    }
}
