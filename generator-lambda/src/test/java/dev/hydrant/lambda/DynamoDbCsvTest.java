package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.lambda.transform.Backoff;
import dev.hydrant.lambda.transform.PutBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbCsvTest {

    /** No record goes back in these tests. */
    private static final PutBack NO_PUT_BACK = new PutBack(
            stream -> {
                throw new AssertionError("put back into " + stream);
            },
            Backoff.blueprint(bound -> 0),
            millis -> {});

    private static final String ITEM = """
            {"id": {"S": "7"}, "datetime": {"N": "1.10"}, "quoted": {"S": "a \\"b\\", c"}, "lines": {"S": "a\\r\\nb"},
             "yes": {"BOOL": true}, "none": {"NULL": true}, "bytes": {"B": "AQID"},
             "tags": {"SS": ["a", "b"]}, "sizes": {"NS": ["1", "2.50"]}, "blobs": {"BS": ["AQ=="]},
             "list": {"L": [{"S": "x"}, {"N": "12345678901234567890123456789012345678"}, {"M": {"k": {"NULL": true}}}]},
             "map": {"M": {"city": {"S": "Ōsaka"}, "deep": {"M": {"n": {"N": "-1e5"}}}}}}""";

    private static DynamoDbCsv csv(Map<String, String> environment) {
        return new DynamoDbCsv(environment, NO_PUT_BACK);
    }

    private static String change(String eventName) {
        return "{\"eventName\":\"" + eventName + "\",\"eventID\":\"e1\",\"tableName\":\"orders\",\"dynamodb\":{"
                + "\"SizeBytes\":104,\"Keys\":{\"id\":{\"S\":\"7\"},\"datetime\":{\"N\":\"1.10\"}},\"NewImage\":" + ITEM
                + "}}";
    }

    private static String line(String columns) {
        TransformCall.Answer answer =
                new TransformCall().add(change("INSERT")).invoke(csv(Map.of("HYDRANT_COLUMNS", columns)));
        assertThat(answer.only().path("result").asText()).isEqualTo("Ok");
        assertThat(answer.only().has("metadata")).isFalse();
        return answer.content();
    }

    @Test
    void keysAreTheDefault() {
        TransformCall.Answer answer = new TransformCall().add(change("INSERT")).invoke(csv(Map.of()));
        assertThat(answer.content()).isEqualTo("7,1.10\n");
    }

    @Test
    void theDocumentedModifyBecomesItsLine() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DynamoDbCsvTest.class.getResourceAsStream("dynamodb-modify.json"))) {
            String columns = "eventName,Keys.key,OldImage.population,NewImage.population,NewImage.name,tableName,"
                    + "ApproximateCreationDateTime,Keys.id";
            TransformCall.Answer answer =
                    new TransformCall().add(in.readAllBytes()).invoke(csv(Map.of("HYDRANT_COLUMNS", columns)));
            assertThat(answer.content()).isEqualTo("MODIFY,t0926,56148,54148,下関,cities,1651495525900,\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "eventName, eventID, tableName|INSERT,e1,orders",
                "SizeBytes|104",
                "NewImage.yes,NewImage.none,NewImage.bytes|true,,AQID",
                "NewImage.tags|~\"[\"\"a\"\",\"\"b\"\"]\"~",
                "NewImage.sizes|~\"[1,2.50]\"~",
                "NewImage.blobs|~\"[\"\"AQ==\"\"]\"~",
                "NewImage.list|~\"[\"\"x\"\",12345678901234567890123456789012345678,{\"\"k\"\":null}]\"~",
                "NewImage.map|~\"{\"\"city\"\":\"\"Ōsaka\"\",\"\"deep\"\":{\"\"n\"\":-1e5}}\"~",
                "NewImage.map.city,NewImage.map.deep.n|Ōsaka,-1e5",
                "NewImage.map.nothing,NewImage.id.deeper,OldImage.id,OldImage|,,,",
                "Keys|~\"{\"\"id\"\":\"\"7\"\",\"\"datetime\"\":1.10}\"~",
                "NewImage.quoted|~\"a \"\"b\"\", c\"~",
                "OldImage.id|~\"\"~",
            })
    void pathsLeadToValuesWithoutTheirTypes(String columns, String expected) {
        assertThat(line(columns)).isEqualTo(expected + "\n");
    }

    @Test
    void lineBreaksStandInQuotes() {
        assertThat(line("NewImage.lines,Keys.id")).isEqualTo("\"a\r\nb\",7\n");
    }

    @Test
    void removesAreDroppedUnlessKept() {
        TransformCall call = new TransformCall().add(change("REMOVE"));
        TransformCall.Answer dropped = call.invoke(csv(Map.of()));
        assertThat(dropped.only().path("result").asText()).isEqualTo("Dropped");
        assertThat(dropped.only().has("data")).isFalse();
        assertThat(call.invoke(csv(Map.of("HYDRANT_REMOVES", "keep"))).content())
                .isEqualTo("7,1.10\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dynamodb\":{}}|eventName missing",
                "{\"eventName\":\"DELETE\",\"dynamodb\":{}}|eventName \\\"DELETE\\\": allowed INSERT, MODIFY, REMOVE",
                "{\"eventName\":\"INSERT\"}|dynamodb missing",
                "{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":[]}}|dynamodb.Keys: expected an object",
                "{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":{\"id\":\"7\"}}}|expected an object with one type",
                "{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":{\"id\":{\"X\":\"7\"}}}}|allowed S, N, BOOL",
                "{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":{\"id\":{\"S\":\"\\ud800\"}}}}|not text",
                "id,datetime|not JSON",
            })
    void whatIsNoChangeFailsWithItsOriginal(String content, String message) {
        TransformCall.Answer answer = new TransformCall().add(content).invoke(csv(Map.of()));
        assertThat(answer.only().path("result").asText()).isEqualTo("ProcessingFailed");
        assertThat(answer.content().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.log().get(0)).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HYDRANT_COLUMNS|keys.id|keys.id|allowed Keys, NewImage or OldImage",
                "HYDRANT_COLUMNS|''|''|allowed Keys",
                "HYDRANT_COLUMNS|Keys.id,,eventID|''|allowed Keys",
                "HYDRANT_COLUMNS|Keys..id|Keys..id|allowed Keys",
                "HYDRANT_COLUMNS|eventName.x|eventName.x|allowed Keys",
                "HYDRANT_REMOVES|yes|yes|allowed drop, keep",
            })
    void aWrongVariableStopsTheFirstInvocationNamingValueAndWhatIsAllowed(
            String name, String value, String named, String allowed) {
        DynamoDbCsv csv = csv(Map.of(name, value));
        TransformCall call = new TransformCall().add("{}");
        assertThatThrownBy(() -> call.invoke(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("\"" + named + "\"")
                .hasMessageContaining(allowed);
    }
}
