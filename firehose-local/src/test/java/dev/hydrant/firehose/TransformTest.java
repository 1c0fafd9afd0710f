package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;

/** Records that the AWS SDK puts go through a function to where it sends them. */
final class TransformTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void everyRecordEndsWhereItsAnswerSaysAndTheAccountingCloses() throws Exception {
        ScriptedFunction function = new ScriptedFunction(call -> call.each(item -> {
            long number = Long.parseLong(item.text());
            String send = "{\"message_id\":\"%d\",\"event_type\":\"Send\"}".formatted(number);
            return switch ((int) (number % 8)) {
                case 0 -> item.ok(send, "email_event", "send_log", "insert");
                case 1 -> item.ok(send, "elsewhere", "send_log", "INSERT");
                case 2 -> item.ok(WarehouseContents.fitting(number));
                case 3 -> item.ok(send, "email_event", "unknown_log", "insert");
                case 4 -> item.ok(send, "email_event", "send_log", "delete");
                case 5 -> item.ok(WarehouseContents.unfitting(number));
                case 6 -> item.result("Dropped");
                default -> item.result("ProcessingFailed").put("data", "ignored");
            };
        }));
        try (LocalFirehose firehose = LocalFirehose.start(settings(function));
                FirehoseClient client = client(firehose)) {
            PutRecordBatchResponse response = client.putRecordBatch(put -> put.deliveryStreamName("routed")
                    .records(LongStream.range(0, 400)
                            .mapToObj(TransformTest::record)
                            .toList()));
            firehose.flush("routed", SOON);

            assertThat(function.calls()).hasSize(1);
            assertThat(function.calls().get(0).ids())
                    .as("the ids that the put was answered with")
                    .isEqualTo(response.requestResponses().stream()
                            .map(each -> each.recordId())
                            .toList());
            StreamMetrics metrics = firehose.metrics("routed");
            assertThat(metrics.rowsByTable())
                    .isEqualTo(Map.of("email_event.send_log", 50L, "elsewhere.send_log", 50L, "iot.sensors", 50L));
            assertThat(metrics.successfulRowCount()).isEqualTo(150);
            assertThat(metrics.failedRowCount()).isEqualTo(150);
            assertThat(metrics.droppedRecords()).isEqualTo(50);
            assertThat(metrics.processingFailedRecords()).isEqualTo(50);
            assertThat(metrics.incomingRecords()).isEqualTo(400);
            assertThat(metrics.backlogRecords()).isZero();
            assertThat(metrics.dataFreshness()).isZero();
            assertThat(metrics.lastError()).isEmpty();
            assertThat(metrics.transform().succeedProcessingRecords()).isEqualTo(350);
            assertThat(metrics.transform().executeProcessingSuccess()).isEqualTo(1);
        }
        assertThat(Landed.column(folder, "email_event", "send_log", "message_id"))
                .containsExactlyInAnyOrderElementsOf(texts(0));
        assertThat(Landed.column(folder, "elsewhere", "send_log", "message_id"))
                .containsExactlyInAnyOrderElementsOf(texts(1));
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(2));
        assertThat(Landed.errors(folder, "firehose-errors", "iceberg-failed"))
                .extracting(error -> error.required("errorCode").asText())
                .containsOnly(
                        "Iceberg.NoSuchTable", "Iceberg.UnsupportedOperation", "Iceberg.MissingColumnWithinRecord");
        List<JsonNode> failed = Landed.errors(folder, "firehose-errors", "processing-failed");
        assertThat(failed).extracting(Landed::raw).containsExactlyInAnyOrderElementsOf(texts(7));
    }

    @Test
    void aFunctionSeesFirehosesEventAndLambdasContext() throws Exception {
        ScriptedFunction function = new ScriptedFunction(call -> {
            call.context().getLogger().log("seen\n");
            return call.unchanged();
        });
        long before = System.currentTimeMillis();
        try (LocalFirehose firehose = LocalFirehose.start(settings(function));
                FirehoseClient client = client(firehose)) {
            client.putRecord(put -> put.deliveryStreamName("routed").record(record(1)));
            firehose.flush("routed", SOON);
        }
        TransformCall call = function.calls().get(0);
        assertThat(call.event().required("deliveryStreamArn").asText())
                .isEqualTo("arn:aws:firehose:us-east-1:000000000000:deliverystream/routed");
        assertThat(call.event().required("region").asText()).isEqualTo("us-east-1");
        assertThat(call.items().get(0).arrivalMillis()).isBetween(before, System.currentTimeMillis());
        assertThat(call.items().get(0).text()).isEqualTo("1");
        assertThat(call.context().getAwsRequestId()).isEqualTo(call.invocationId());
        assertThat(call.context().getFunctionName()).isEqualTo("router");
        assertThat(call.context().getInvokedFunctionArn())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:router");
        assertThat(call.context().getRemainingTimeInMillis()).isBetween(1, 60_000);
        assertThat(folder.resolve(".hydrant/lambda/router.log")).hasContent("seen\n");
    }

    private LocalFirehoseSettings settings(ScriptedFunction function) {
        return LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction("router", endpoint -> function)
                .withStream(StreamSettings.toRoutedTables("routed", "iot", "sensors", "router")
                        .withBuffering(128, 900)
                        .withTransformBuffering(3, 900));
    }

    private static FirehoseClient client(LocalFirehose firehose) {
        return FirehoseClient.builder()
                .endpointOverride(firehose.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static Record record(long number) {
        return Record.builder()
                .data(SdkBytes.fromUtf8String(Long.toString(number)))
                .build();
    }

    private static List<Long> numbers(int remainder) {
        return LongStream.range(0, 50).mapToObj(i -> 8 * i + remainder).toList();
    }

    private static List<String> texts(int remainder) {
        return numbers(remainder).stream().map(String::valueOf).toList();
    }
}
