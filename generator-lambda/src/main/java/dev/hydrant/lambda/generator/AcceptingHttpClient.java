package dev.hydrant.lambda.generator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/** Answers every PutRecordBatch as Firehose does when it takes all records, without a network. */
final class AcceptingHttpClient implements SdkHttpClient {

    private static final String RECORD = "\"Data\"";

    static SdkHttpClient.Builder<?> builder() {
        return new Builder();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                byte[] body = answer(records(request)).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(200)
                                .putHeader("Content-Type", "application/x-amz-json-1.1")
                                .putHeader("Content-Length", String.valueOf(body.length))
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {
                // The answer is there at once.
            }
        };
    }

    private static int records(HttpExecuteRequest request) throws IOException {
        try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII).split(RECORD, -1).length - 1;
        }
    }

    private static String answer(int records) {
        return "{\"FailedPutCount\":0,\"RequestResponses\":["
                + String.join(",", Collections.nCopies(records, "{\"RecordId\":\"1\"}")) + "]}";
    }

    @Override
    public String clientName() {
        return "Accepting";
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new AcceptingHttpClient();
        }
    }
}
