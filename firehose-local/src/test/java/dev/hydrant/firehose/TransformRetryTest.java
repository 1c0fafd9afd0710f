package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invocations that fail are repeated as often as the stream says, and nothing is lost when the last one fails too. */
final class TransformRetryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final int RECORDS = 20;
    private static final int SIX_MB = 6_291_456;

    @TempDir
    Path folder;

    static Stream<Arguments> retriesAndFailures() {
        return IntStream.rangeClosed(0, 3)
                .boxed()
                .flatMap(retries ->
                        IntStream.rangeClosed(0, retries + 1).mapToObj(failures -> Arguments.of(retries, failures)));
    }

    @ParameterizedTest
    @MethodSource("retriesAndFailures")
    void aBatchFailsWhenAllItsAttemptsDoAndSucceedsOtherwise(int retries, int failures) throws Exception {
        int[] left = {failures};
        ScriptedFunction function = new ScriptedFunction(call -> {
            if (left[0]-- > 0) {
                throw new IOException("not now");
            }
            return call.unchanged();
        });

        StreamMetrics metrics = run(function, retries);

        boolean succeeds = failures <= retries;
        assertThat(function.calls()).hasSize(Math.min(failures, retries) + 1);
        assertThat(function.calls()).extracting(TransformCall::invocationId).doesNotHaveDuplicates();
        assertThat(function.calls())
                .extracting(TransformCall::ids)
                .containsOnly(function.calls().get(0).ids());
        assertThat(metrics.transform().invocations()).isEqualTo(function.calls().size());
        assertThat(metrics.transform().failedInvocations()).isEqualTo(failures);
        assertThat(metrics.successfulRowCount()).isEqualTo(succeeds ? RECORDS : 0);
        assertThat(metrics.processingFailedRecords()).isEqualTo(succeeds ? 0 : RECORDS);
        assertThat(metrics.lastError().isPresent()).isNotEqualTo(succeeds);
        assertThat(errors()).hasSize(succeeds ? 0 : RECORDS).allSatisfy(error -> {
            assertThat(error.required("attemptsMade").asInt()).isEqualTo(retries + 1);
            assertThat(error.required("errorCode").asText()).isEqualTo("Lambda.FunctionError");
            assertThat(error.required("errorMessage").asText()).contains("not now");
        });
    }

    static Stream<Arguments> badAnswers() {
        CountDownLatch never = new CountDownLatch(1);
        return Stream.of(
                bad(
                        "throws an error",
                        call -> {
                            throw new StackOverflowError("deep");
                        },
                        "StackOverflowError"),
                bad(
                        "takes too long",
                        call -> {
                            never.await();
                            return "";
                        },
                        "took longer than 0.300 s"),
                bad("answers too much", call -> "x".repeat(SIX_MB + 1), "has 6,291,457 bytes: allowed are 6,291,456"),
                bad("answers something else", call -> "\"fine\"", "not a JSON object"),
                bad(
                        "knows another result",
                        call -> call.each(item -> item.result("Retry")),
                        "result Retry: allowed are Ok"),
                bad("answers no base64", call -> call.each(item -> item.ok("").put("data", "%%%")), "not base64"));
    }

    private static Arguments bad(String what, ScriptedFunction.Script script, String message) {
        return Arguments.of(what, script, what.equals("takes too long") ? TIMEOUT : SOON, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerIsAFailedInvocationWhoseRecordsAreAllKept(
            String what, ScriptedFunction.Script script, Duration timeout, String message) throws Exception {
        StreamMetrics metrics = run(new ScriptedFunction(script), 1, timeout);

        assertThat(metrics.transform().failedInvocations()).as(what).isEqualTo(2);
        assertThat(metrics.processingFailedRecords()).isEqualTo(RECORDS);
        assertThat(errors())
                .extracting(Landed::raw)
                .containsExactlyElementsOf(IntStream.range(0, RECORDS)
                        .mapToObj(WarehouseContents::fitting)
                        .toList());
        assertThat(errors()).allSatisfy(error -> {
            assertThat(error.required("errorCode").asText()).isEqualTo("Lambda.FunctionError");
            assertThat(error.required("errorMessage").asText()).contains(message);
            assertThat(error.required("attemptsMade").asInt()).isEqualTo(2);
        });
    }

    @Test
    void anAnswerOfSixMegabytesIsTaken() throws Exception {
        StreamMetrics metrics = run(
                new ScriptedFunction(call -> {
                    String answer = call.unchanged();
                    return answer + " ".repeat(SIX_MB - answer.length());
                }),
                0,
                SOON);

        assertThat(metrics.successfulRowCount()).isEqualTo(RECORDS);
    }

    @Test
    void recordsThatAnAnswerDoesNotSettleFailAloneWithTheirDataAndAreNotTriedAgain() throws Exception {
        ScriptedFunction function = new ScriptedFunction(call -> {
            List<ObjectNode> answer = new ArrayList<>();
            for (int i = 0; i < call.items().size(); i++) {
                TransformCall.Item item = call.items().get(i);
                switch (i % 5) {
                    case 0 -> {} // missing
                    case 1 -> answer.addAll(List.of(item.ok(item.text()), item.result("Dropped")));
                    case 2 -> answer.add(item.ok(item.text()).put("recordId", "unknown-" + i));
                    case 3 -> answer.add(item.result("ProcessingFailed"));
                    default -> answer.add(item.ok(item.text()));
                }
            }
            return TransformCall.answer(answer);
        });

        StreamMetrics metrics = run(function, 3);

        assertThat(function.calls()).hasSize(1);
        assertThat(metrics.successfulRowCount()).isEqualTo(RECORDS / 5);
        assertThat(metrics.processingFailedRecords()).isEqualTo(4 * RECORDS / 5);
        assertThat(errors())
                .extracting(error -> error.required("errorCode").asText() + " " + Landed.raw(error))
                .containsExactlyElementsOf(IntStream.range(0, RECORDS)
                        .filter(number -> number % 5 != 4)
                        .mapToObj(number -> List.of(
                                                "Lambda.MissingRecordId",
                                                "Lambda.DuplicatedRecordId",
                                                "Lambda.MissingRecordId",
                                                "Lambda.ProcessingFailedStatus")
                                        .get(number % 5)
                                + " "
                                + WarehouseContents.fitting(number))
                        .toList());
    }

    @Test
    void errorLinesHaveTheMembersOfFirehosesOwn() throws Exception {
        long before = System.currentTimeMillis();
        run(new ScriptedFunction(call -> call.each(item -> item.result("ProcessingFailed"))), 0);

        assertThat(errors()).hasSize(RECORDS).allSatisfy(error -> {
            assertThat(error.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "rawData",
                            "errorCode",
                            "errorMessage",
                            "attemptsMade",
                            "arrivalTimestamp",
                            "attemptEndingTimestamp",
                            "lambdaARN");
            assertThat(Landed.raw(error)).startsWith("{\"sensor_id\":\"sensor-");
            assertThat(error.required("errorCode").asText()).isEqualTo("Lambda.ProcessingFailedStatus");
            assertThat(error.required("attemptsMade").asInt()).isEqualTo(1);
            assertThat(error.required("lambdaARN").asText())
                    .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f");
            assertThat(error.required("arrivalTimestamp").asLong()).isGreaterThanOrEqualTo(before);
            assertThat(error.required("attemptEndingTimestamp").asLong())
                    .isBetween(error.required("arrivalTimestamp").asLong(), System.currentTimeMillis());
        });
    }

    /** Puts records into a stream that the function transforms, and delivers all of them. */
    private StreamMetrics run(ScriptedFunction function, int retries) throws Exception {
        return run(function, retries, SOON);
    }

    private StreamMetrics run(ScriptedFunction function, int retries, Duration timeout) throws Exception {
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction("f", endpoint -> function, timeout)
                .withStream(StreamSettings.toRoutedTables("t", "iot", "sensors", "f")
                        .withRetries(retries));
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            List<byte[]> records = IntStream.range(0, RECORDS)
                    .mapToObj(number -> RawClient.utf8(WarehouseContents.fitting(number)))
                    .toList();
            assertThat(new RawClient(firehose.endpoint())
                            .call("PutRecordBatch", RawClient.batch("t", records))
                            .status())
                    .isEqualTo(200);
            firehose.flush("t", SOON);
            return firehose.metrics("t");
        }
    }

    private List<JsonNode> errors() throws IOException {
        return Landed.errors(folder, "firehose-errors", "processing-failed");
    }
}
