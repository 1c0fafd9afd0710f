package dev.hydrant.delivery.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.Rejection;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class FirehoseDestinationTest {

    private static final String TWO_OF_THREE = "{\"FailedPutCount\":1,\"Encrypted\":false,\"RequestResponses\":["
            + "{\"RecordId\":\"1\"},{\"ErrorCode\":\"InternalFailure\",\"ErrorMessage\":\"no\"},{\"RecordId\":\"3\"}]}";

    private static FirehoseDestination to(URI uri) {
        FirehoseTarget target = new FirehoseTarget("sensors", uri, "eu-west-1");
        return new FirehoseDestination(FirehoseClients.open(target, UrlConnectionHttpClient.builder()), "sensors");
    }

    private static RecordBatch batch(int records, SplittableRandom random) {
        RecordBatch batch = new RecordBatch();
        for (int index = 0; index < records; index++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            batch.add((number, time, out) -> out.append(bytes), index, 0, 0, 0);
        }
        return batch;
    }

    @Test
    void theServiceSeesTheBytesOfEveryRecordAndASignature() throws Exception {
        try (FakeEndpoint endpoint = new FakeEndpoint(200, TWO_OF_THREE);
                FirehoseDestination destination = to(endpoint.uri())) {
            SplittableRandom random = new SplittableRandom(3);
            for (int call = 0; call < 20; call++) {
                RecordBatch batch = batch(3, random);
                assertThat(destination.send(batch)).containsExactly(new Rejection(1, "InternalFailure", "no"));
                JsonNode request = endpoint.requests.get(call);
                assertThat(request.fieldNames()).toIterable().containsExactly("DeliveryStreamName", "Records");
                assertThat(request.get("DeliveryStreamName").textValue()).isEqualTo("sensors");
                assertThat(request.get("Records")).hasSize(3);
                for (int position = 0; position < 3; position++) {
                    assertThat(request.get("Records").get(position).get("Data").binaryValue())
                            .isEqualTo(record(batch, position));
                }
            }
            assertThat(endpoint.authorizations).allMatch(header -> header.contains("/eu-west-1/firehose/aws4_request"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ResourceNotFoundException, false",
        "400, InvalidArgumentException, false",
        "400, AccessDeniedException, false",
        "400, ThrottlingException, true",
        "429, Whatever, true",
        "503, ServiceUnavailableException, true",
        "500, InternalFailure, true"
    })
    void toldApartAreAnswersThatMeanLaterAndAnswersThatAreFinal(int status, String type, boolean retryable)
            throws Exception {
        try (FakeEndpoint endpoint = new FakeEndpoint(status, "{\"__type\":\"" + type + "\",\"message\":\"because\"}");
                FirehoseDestination destination = to(endpoint.uri())) {
            DeliveryException failure = failure(destination);
            assertThat(failure.code()).isEqualTo(type);
            assertThat(failure).hasMessage(type + ": because");
            assertThat(failure.retryable()).isEqualTo(retryable);
            assertThat(endpoint.requests).as("the SDK itself repeats nothing").hasSize(1);
        }
    }

    @Test
    void aRefusedConnectionMayBeTriedAgainAndSaysSoInOneLine() throws Exception {
        URI closed;
        try (FakeEndpoint endpoint = new FakeEndpoint(200, "{}")) {
            closed = endpoint.uri();
        }
        try (FirehoseDestination destination = to(closed)) {
            DeliveryException failure = failure(destination);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.getMessage())
                    .containsIgnoringCase("connection refused")
                    .doesNotContain("\n");
        }
    }

    @Test
    void anAnswerThatDoesNotFitTheRequestIsAFailure() throws Exception {
        try (FakeEndpoint endpoint = new FakeEndpoint(200, "{\"FailedPutCount\":0,\"RequestResponses\":[]}");
                FirehoseDestination destination = to(endpoint.uri())) {
            assertThat(failure(destination)).hasMessage("answered 0 results for 3 records");
        }
    }

    @Test
    void aMissingStreamIsToldBeforeAnythingIsSent() throws IOException {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"x\"}")) {
            FirehoseTarget target = new FirehoseTarget("sensors", endpoint.uri(), null);
            try (var client = FirehoseClients.open(target, UrlConnectionHttpClient.builder())) {
                assertThatThrownBy(() -> StreamCheck.check(client, "sensors")).isInstanceOf(DeliveryException.class);
            }
        }
    }

    @Test
    void badTargetsAreRefusedByName() {
        assertThatThrownBy(() -> new FirehoseTarget("a/b", null, null)).hasMessageContaining("'a/b'");
        assertThatThrownBy(() -> new FirehoseTarget("a", URI.create("ftp://host"), null))
                .hasMessageContaining("ftp://host");
        assertThatThrownBy(() -> new FirehoseTarget("a", URI.create("localhost:4573"), null))
                .hasMessageContaining("http://127.0.0.1:4573");
    }

    private static DeliveryException failure(FirehoseDestination destination) {
        RecordBatch batch = batch(3, new SplittableRandom(1));
        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> destination.send(batch));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static byte[] record(RecordBatch batch, int position) {
        int offset = batch.offset(position);
        return Arrays.copyOfRange(batch.bytes(), offset, offset + batch.length(position));
    }
}
