package dev.hydrant.lambda.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.lambda.FirehoseEndpoint;
import dev.hydrant.lambda.TransformCall;
import dev.hydrant.lambda.json.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit of the answer, and that no record is lost to it. */
class TransformFunctionTest {

    private static final int RESPONSE = 6 * 1024 * 1024;
    private static final Route ROUTE = new Route("email_event", "rendering_failure_log");

    /** Repeats a record's content as often as its first byte says: 0 fails it, d drops it. */
    private static Transformed repeat(byte[] data) throws Malformed {
        if (data.length == 0 || data[0] == '0') {
            throw new Malformed("content \"0\": allowed 1 to 9 or d");
        }
        if (data[0] == 'd') {
            return new Transformed.Dropped();
        }
        int times = data[0] - '0';
        byte[] all = new byte[data.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(data, 0, all, i * data.length, data.length);
        }
        return new Transformed.Ok(all, ROUTE);
    }

    private static RequestStreamHandler handler(FirehoseEndpoint endpoint) {
        PutBack putBack = new PutBack(endpoint::client, Backoff.blueprint(bound -> 0), millis -> {});
        return (in, out, context) -> new TransformFunction(TransformFunctionTest::repeat, putBack)
                .invoke(in, out, context::getRemainingTimeInMillis, new TransformLog("test", context.getLogger()::log));
    }

    private static byte[] content(String first, int number, int bytes) {
        byte[] content = new byte[bytes];
        byte[] head = (first + "-" + number + "-").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, Math.min(head.length, bytes));
        return content;
    }

    private static TransformCall call(List<byte[]> contents) {
        TransformCall call = new TransformCall();
        contents.forEach(call::add);
        return call;
    }

    /** recordIds as they came; the bounds kept; in = Ok + Dropped on purpose + put back + ProcessingFailed with the original. */
    private static void check(
            List<byte[]> contents, TransformCall.Answer answer, FirehoseEndpoint endpoint, String what) {
        List<String> ids = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        long counted = 0;
        for (int i = 0; i < contents.size(); i++) {
            ids.add(TransformCall.id(i));
            JsonNode record = answer.records().path(i);
            String original = Base64.getEncoder().encodeToString(contents.get(i));
            switch (record.path("result").asText()) {
                case "Ok" ->
                    counted += record.path("data").asText().length()
                            + record.path("recordId").asText().length();
                case "ProcessingFailed" ->
                    assertThat(record.path("data").asText()).as(what).isEqualTo(original);
                case "Dropped" -> {
                    if (contents.get(i)[0] != 'd') {
                        gone.add(original);
                    }
                }
                default -> throw new AssertionError(record);
            }
        }
        assertThat(answer.recordIds()).as(what).isEqualTo(ids);
        assertThat(answer.records().size()).isEqualTo(contents.size());
        assertThat(counted).as(what).isLessThanOrEqualTo(6_000_000);
        assertThat(answer.bytes()).as(what).isLessThanOrEqualTo(RESPONSE);
        assertThat(endpoint.taken())
                .as(what)
                .extracting(Base64.getEncoder()::encodeToString)
                .containsExactlyElementsOf(gone);
    }

    @Test
    void whatGoesBeyondSixMillionBytesIsPutBackInGroupsOf500() {
        // Answers of 9,000 bytes are 12,000 in base64 and with their ids 12,068: 497 of them stay within 6,000,000.
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            contents.add(content("3", i, 3_000));
        }
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            TransformCall.Answer answer = call(contents).invoke(handler(endpoint));

            int fits = 6_000_000 / (12_000 + TransformCall.id(0).length());
            assertThat(answer.with("Ok")).hasSize(fits);
            assertThat(answer.with("Dropped")).hasSize(1_600 - fits);
            assertThat(answer.with("Dropped")).noneMatch(record -> record.has("data"));
            check(contents, answer, endpoint, "1,600 records");
            assertThat(endpoint.calls()).hasSize((1_600 - fits + 499) / 500);
            assertThat(answer.log())
                    .containsExactly("{\"function\":\"test\",\"invocationId\":\"invocation\",\"records\":1600,\"ok\":"
                            + fits + ",\"dropped\":0,\"putBack\":" + (1_600 - fits) + ",\"processingFailed\":0}");
        }
    }

    @Test
    void thousandsOfSmallRecordsWithATableKeepTheWholeResponseBelowItsLimit() {
        // 15,000 x (data 200 + id 68) are 4 MB only, but the frame and the table of each add 210 bytes.
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 15_000; i++) {
            contents.add(content("1", i, 150));
        }
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            TransformCall.Answer answer = call(contents).invoke(handler(endpoint));

            check(contents, answer, endpoint, "15,000 records");
            assertThat(answer.with("Dropped")).isNotEmpty();
            // No byte is wasted but those kept in case a record is refused: Dropped is 9 shorter than ProcessingFailed.
            assertThat(answer.bytes())
                    .isGreaterThan(RESPONSE - 9 * answer.with("Dropped").size() - 1_000);
        }
    }

    @Test
    void whatCannotBePutBackFailsWithItsOriginal() {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            contents.add(content("6", i, 700));
        }
        FirehoseEndpoint.Script refusesEveryOther = (call, records) -> {
            List<String> answers = new ArrayList<>();
            for (byte[] record : records) {
                int number = Integer.parseInt(new String(record, StandardCharsets.US_ASCII).split("-", -1)[1]);
                answers.add(number % 2 == 0 ? null : "ServiceUnavailableException");
            }
            return answers;
        };
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(refusesEveryOther)) {
            TransformCall.Answer answer = call(contents).invoke(handler(endpoint));

            int ok = answer.with("Ok").size();
            assertThat(ok).isEqualTo(6_000_000 / (5_600 + TransformCall.id(0).length()));
            assertThat(answer.with("ProcessingFailed")).hasSize((1_600 - ok) / 2);
            assertThat(answer.log().get(0)).contains("not put back: ServiceUnavailableException: Slow down.");
            assertThat(endpoint.calls()).hasSize(2 + 19);
            // The originals of those that failed have room beside the answers: 6,000,000 bytes count Ok and failed.
            assertThat(answer.bytes()).isLessThanOrEqualTo(RESPONSE);
            int withData = (int) answer.with("ProcessingFailed").stream()
                    .filter(record -> record.has("data"))
                    .count();
            assertThat(withData).isGreaterThan(0);
        }
    }

    @Test
    void randomBatchesLoseNothingWhateverTheStreamRefuses() {
        for (long seed = 1; seed <= 15; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int most = 100 + random.nextInt(20_000);
            double refusing = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            List<byte[]> contents = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; bytes < 4_200_000 && i < 6_000; i++) {
                contents.add(
                        content("d0123456".substring(random.nextInt(7)).substring(0, 1), i, 20 + random.nextInt(most)));
                bytes += contents.get(i).length + 130;
            }
            FirehoseEndpoint.Script flaky = (call, records) -> {
                List<String> answers = new ArrayList<>();
                records.forEach(record -> answers.add(random.nextDouble() < refusing ? "InternalFailure" : null));
                return answers;
            };
            try (FirehoseEndpoint endpoint = new FirehoseEndpoint(flaky)) {
                TransformCall.Answer answer = call(contents).invoke(handler(endpoint));
                assertThat(answer.with("Ok").size()
                                + answer.with("Dropped").size()
                                + answer.with("ProcessingFailed").size())
                        .isEqualTo(contents.size());
                checkAnyOrder(contents, answer, endpoint, "seed " + seed);
            }
        }
    }

    /** As {@link #check}, when refusals change the order and originals may find no room. */
    private static void checkAnyOrder(
            List<byte[]> contents, TransformCall.Answer answer, FirehoseEndpoint endpoint, String what) {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            JsonNode record = answer.records().path(i);
            assertThat(record.path("recordId").asText()).as(what).isEqualTo(TransformCall.id(i));
            String original = Base64.getEncoder().encodeToString(contents.get(i));
            if (record.path("result").asText().equals("ProcessingFailed") && record.has("data")) {
                assertThat(record.path("data").asText()).as(what).isEqualTo(original);
            }
            if (record.path("result").asText().equals("Dropped") && contents.get(i)[0] != 'd') {
                gone.add(original);
            }
        }
        assertThat(answer.bytes()).as(what).isLessThanOrEqualTo(RESPONSE);
        // Sorted: AssertJ's own comparison in any order takes quadratic time.
        assertThat(endpoint.taken().stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .sorted()
                        .toList())
                .as(what)
                .isEqualTo(gone.stream().sorted().toList());
    }

    @Test
    void aRecordTooLargeForAnyAnswerFailsInsteadOfGoingRound() {
        List<byte[]> contents = List.of(content("1", 0, 10), content("6", 1, 1_000_000), content("1", 2, 10));
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            TransformCall.Answer answer = call(contents).invoke(handler(endpoint));

            check(contents, answer, endpoint, "too large");
            assertThat(answer.records().path(1).path("result").asText()).isEqualTo("ProcessingFailed");
            assertThat(answer.with("Ok")).hasSize(2);
            assertThat(answer.log().get(0)).contains("transformed to 8000068 bytes: allowed 6000000");
            assertThat(endpoint.calls()).isEmpty();
        }
    }

    @Test
    void duplicatedRecordIdsComeBackAsTheyCame() {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            String large = Base64.getEncoder().encodeToString(content("6", 7, 700_000));
            TransformCall.Answer answer = new TransformCall()
                    .add("same", "MQ==")
                    .add("same", "!")
                    .add("same", large)
                    .add("same", large)
                    .add("", "MQ==")
                    .invoke(handler(endpoint));

            assertThat(answer.recordIds()).containsExactly("same", "same", "same", "same", "");
            assertThat(answer.records())
                    .extracting(record -> record.path("result").asText())
                    .containsExactly("Ok", "ProcessingFailed", "Ok", "Dropped", "Dropped");
            assertThat(endpoint.taken()).hasSize(2);
        }
    }

    @Test
    void aRecordWithoutDataFailsAlone() {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            TransformCall.Answer answer =
                    new TransformCall().add("a", null).add("b", "MQ==").invoke(handler(endpoint));
            assertThat(answer.records())
                    .extracting(record -> record.path("result").asText())
                    .containsExactly("ProcessingFailed", "Ok");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|event: not a JSON object",
                "{\"time\":\"2026-11-21T10:00:00Z\"}|event: records missing",
                "{\"records\":{}}|event: records is not an array",
                "{\"records\":[7]}|event: records[0] is not a JSON object",
                "{\"records\":[{\"recordId\":\"a\"},{\"data\":\"MQ==\"}]}|event: records[1].recordId missing",
            })
    void whatIsNoEventOfFirehoseStopsTheInvocation(String event, String message) {
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            TransformFunction function = new TransformFunction(
                    TransformFunctionTest::repeat,
                    new PutBack(endpoint::client, Backoff.blueprint(bound -> 0), millis -> {}));
            assertThatThrownBy(() -> function.invoke(
                            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream(),
                            () -> 60_000,
                            new TransformLog("test", line -> {})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 51, 1_000})
    void theLogTellsTheFirstFailuresAndCountsThemAll(int failing) {
        TransformCall call = new TransformCall();
        for (int i = 0; i < failing; i++) {
            call.add("0");
        }
        try (FirehoseEndpoint endpoint = new FirehoseEndpoint(FirehoseEndpoint.takesAll())) {
            List<String> log = call.invoke(handler(endpoint)).log();
            assertThat(log).hasSize(Math.min(failing, 50) + 1);
            assertThat(log.get(log.size() - 1)).contains("\"processingFailed\":" + failing + "}");
        }
    }

    @Test
    void anAnswersSizeIsKnownBeforeItIsWritten() throws IOException {
        String odd = "\"\\\b\n\u0001é下\ud83d\ude00\ud800";
        for (Answer answer : List.of(
                new Answer("id", Answer.Result.Ok, "MQ==", ROUTE),
                new Answer(odd, Answer.Result.Ok, odd, new Route(odd, odd)),
                new Answer(odd, Answer.Result.Dropped, null, null),
                new Answer("", Answer.Result.ProcessingFailed, "", null))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator json = AsciiJson.FACTORY.createGenerator(out)) {
                answer.write(json);
            }
            assertThat(answer.size()).isEqualTo(out.size() + 1);
        }
    }
}
