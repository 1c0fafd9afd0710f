package dev.hydrant.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Speaks the protocol without an SDK, so that it can be spoken wrongly. */
final class RawClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    RawClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** An answer; {@code type} and {@code message} are empty when it is no error. */
    record Answer(int status, String requestId, JsonNode body) {

        String type() {
            return body.path("__type").asText();
        }

        String message() {
            return body.path("message").asText();
        }
    }

    Answer call(String operation, String body) throws IOException, InterruptedException {
        return send("Firehose_20150804." + operation, body);
    }

    Answer send(String target, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("x-amzn-RequestId").orElse(""),
                JSON.readTree(response.body()));
    }

    static String batch(String stream, List<byte[]> records) {
        return "{\"DeliveryStreamName\":\"%s\",\"Records\":[%s]}"
                .formatted(
                        stream,
                        records.stream()
                                .map(data ->
                                        "{\"Data\":\"" + Base64.getEncoder().encodeToString(data) + "\"}")
                                .collect(Collectors.joining(",")));
    }

    static String batch(String stream, int count, int bytes) {
        return batch(stream, Collections.nCopies(count, new byte[bytes]));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
