package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.lambda.ses.SesTable;
import dev.hydrant.lambda.transform.Backoff;
import dev.hydrant.lambda.transform.PutBack;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.dynamodb.DynamoDbOptions;
import dev.hydrant.record.dynamodb.DynamoDbRecords;
import dev.hydrant.record.ses.EventType;
import dev.hydrant.record.ses.SesOptions;
import dev.hydrant.record.ses.SesRecords;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generator makes, the transforms take. */
class GeneratedRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_700_000_000_000_000_000L;
    private static final int RECORDS = 4_000;

    private static final PutBack NO_PUT_BACK = new PutBack(
            stream -> {
                throw new AssertionError("put back into " + stream);
            },
            Backoff.blueprint(bound -> 0),
            millis -> {});

    private static long eventTime(long index) {
        return START + index * 5_000_000;
    }

    private static TransformCall call(RecordSource source) {
        TransformCall call = new TransformCall();
        RecordBuffer buffer = new RecordBuffer(4096);
        for (long index = 0; index < RECORDS; index++) {
            buffer.clear();
            source.write(index, eventTime(index), buffer);
            call.add(Arrays.copyOf(buffer.bytes(), buffer.length()));
        }
        return call;
    }

    @Test
    void everySesEventBecomesARowOfItsTable() throws IOException {
        SesOptions allTypes = SesOptions.DEFAULT.withPublished(EnumSet.allOf(EventType.class));
        String types = Stream.of(SesTable.values()).map(SesTable::eventType).collect(Collectors.joining(","));
        TransformCall.Answer answer = call(new SesRecords(42, "ses", allTypes, 200, GeneratedRecordsTest::eventTime))
                .invoke(new SesRouter(Map.of("HYDRANT_EVENT_TYPES", types), NO_PUT_BACK));

        assertThat(answer.with("Ok")).hasSize(RECORDS);
        Map<String, Integer> rows = new TreeMap<>();
        for (JsonNode record : answer.records()) {
            JsonNode route = record.path("metadata").path("otfMetadata");
            String type = JSON.readTree(TransformCall.Answer.content(record))
                    .path("event_type")
                    .asText();
            assertThat(route.path("destinationTableName").asText())
                    .isEqualTo(SesTable.of(type).orElseThrow().table());
            rows.merge(route.path("destinationTableName").asText(), 1, Integer::sum);
        }
        assertThat(rows).containsKeys("send_log", "open_log", "click_log", "delivery_log", "bounce_log");
    }

    @Test
    void everyChangeBecomesALineUnlessItIsARemove() {
        TransformCall.Answer answer = call(new DynamoDbRecords(
                        42, "dynamodb", DynamoDbOptions.DEFAULT, 200, GeneratedRecordsTest::eventTime))
                .invoke(new DynamoDbCsv(Map.of("HYDRANT_COLUMNS", "eventName,Keys.id,Keys.datetime"), NO_PUT_BACK));

        assertThat(answer.with("ProcessingFailed")).isEmpty();
        assertThat(answer.with("Dropped")).isNotEmpty();
        assertThat(answer.with("Ok"))
                .extracting(TransformCall.Answer::content)
                .allMatch(line -> line.matches("(INSERT|MODIFY),[^,]+,[^,]+\n"));
    }
}
