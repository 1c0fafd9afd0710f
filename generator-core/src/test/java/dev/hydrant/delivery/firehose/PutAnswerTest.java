package dev.hydrant.delivery.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"FailedPutCount\":0,\"RequestResponses\":[{\"RecordId\":\"a\"},{\"RecordId\":\"b\"}]}|true",
                "{\"FailedPutCount\": 0, \"RequestResponses\": [ {\"RecordId\": \"a\"}, {\"RecordId\": \"b\"} ]}|true",
                "{\"FailedPutCount\":1,\"RequestResponses\":[{\"RecordId\":\"a\"},{\"ErrorCode\":\"x\",\"ErrorMessage\":\"y\"}]}|false",
                "{\"FailedPutCount\":0,\"RequestResponses\":[{\"RecordId\":\"a\"}]}|false",
                "{\"FailedPutCount\":0,\"RequestResponses\":[{\"RecordId\":\"a\"},{\"RecordId\":\"b\"},{\"RecordId\":\"c\"}]}|false",
                "{\"FailedPutCount\":0,\"RequestResponses\":[{\"RecordId\":\"\\\"RecordId\\\"\"}]}|false",
                "{\"FailedPutCount\":2,\"RequestResponses\":[{\"RecordId\":\"a\"},{\"RecordId\":\"b\"}]}|false",
                "{\"FailedPutCount\":0,\"RequestResponses\":[{\"RecordId\":\"a long one\"},{\"RecordId\":\"b\"}]}|true",
                "{}|false",
                "\"RecordId|false",
            })
    void takesOnlyAnswersWithAnIdForEachOfTwoRecordsAndNoError(String answer, boolean all) {
        assertThat(PutAnswer.takesAll(answer.getBytes(StandardCharsets.UTF_8), answer.length(), 2))
                .isEqualTo(all);
    }
}
