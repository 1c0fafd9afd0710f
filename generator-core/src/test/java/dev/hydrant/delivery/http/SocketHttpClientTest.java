package dev.hydrant.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

class SocketHttpClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final SdkHttpClient client =
            SocketHttpClient.builder().readTimeout(Duration.ofMillis(500)).buildWithDefaults(AttributeMap.empty());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void sendsHeadAndBodyAndReadsTheAnswer() throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK)) {
            HttpExecuteResponse response = call(server, "body");

            assertThat(response.httpResponse().statusCode()).isEqualTo(200);
            assertThat(text(response)).isEqualTo("hello");
            assertThat(server.requests)
                    .containsExactly("POST /path?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nContent-Length: 4\r\nX-Amz-Target: Put\r\n\r\nbody");
        }
    }

    @Test
    void keepsTheConnectionForTheNextCallOnceTheAnswerIsRead() throws IOException {
        String chunked =
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: 1\r\n\r\n";
        String empty = "HTTP/1.1 204 No Content\r\n\r\n";
        String interim = "HTTP/1.1 100 Continue\r\n\r\n" + OK;
        try (ScriptedServer server = new ScriptedServer(OK, chunked, empty, interim, OK)) {
            for (String expected : new String[] {"hello", "hello", "", "hello", "hello"}) {
                assertThat(text(call(server, ""))).isEqualTo(expected);
            }

            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\n\r\nhello" + ScriptedServer.HANG_UP,
            })
    void takesANewConnectionWhenTheServerWillNotKeepTheOld(String answer) throws IOException {
        try (ScriptedServer server = new ScriptedServer(answer)) {
            assertThat(text(call(server, "1"))).isEqualTo("hello");
            assertThat(text(call(server, "2"))).isEqualTo("hello");

            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void carriesBodiesOfAnySizeUnchanged() throws IOException {
        Random random = new Random(17);
        try (ScriptedServer server = new ScriptedServer(OK)) {
            for (int size : new int[] {0, 1, 131_071, 131_072, 131_073, 300_000}) {
                String body = random.ints(size, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                assertThat(text(call(server, body))).isEqualTo("hello");
                assertThat(server.requests.get(server.requests.size() - 1)).endsWith("\r\n\r\n" + body);
            }
        }
    }

    @Test
    void readsAnswersOfAnySizeUnchanged() throws IOException {
        for (int size : new int[] {0, 1, 16_384, 1_000_000}) {
            String body = "x".repeat(size);
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n" + body;
            try (ScriptedServer server = new ScriptedServer(answer)) {
                assertThat(text(call(server, "1"))).isEqualTo(body);
                assertThat(text(call(server, "2"))).isEqualTo(body);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ScriptedServer.HANG_UP,
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello" + ScriptedServer.HANG_UP,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello" + ScriptedServer.HANG_UP,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsix\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: six\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: -6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
            })
    void aBrokenAnswerIsAnErrorThatNamesTheServer(String answer) throws IOException {
        try (ScriptedServer server = new ScriptedServer(answer)) {
            assertThatThrownBy(() -> text(call(server, "1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + server.port());
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterTheTimeout() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENCE)) {
            assertThatThrownBy(() -> call(server, "1")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void abortingFreesAThreadThatWaitsForAnAnswer() throws Exception {
        SdkHttpClient patient =
                SocketHttpClient.builder().readTimeout(Duration.ofMinutes(5)).buildWithDefaults(AttributeMap.empty());
        try (patient;
                ScriptedServer server = new ScriptedServer(ScriptedServer.SILENCE)) {
            ExecutableHttpRequest request = patient.prepareRequest(request(server.port(), "1"));
            CompletableFuture<HttpExecuteResponse> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return request.call();
                } catch (IOException e) {
                    throw new CompletionException(e);
                }
            });
            server.silent.await();
            request.abort();

            assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void abortingAnAnswerThatWasReadLeavesTheConnectionToTheNextCall() throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK)) {
            ExecutableHttpRequest first = client.prepareRequest(request(server.port(), "1"));
            assertThat(text(first.call())).isEqualTo("hello");
            HttpExecuteResponse second = call(server, "2");
            first.abort();

            assertThat(text(second)).isEqualTo("hello");
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedInTheMeantimeIsNotUsed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(OK + ScriptedServer.HANG_UP, OK)) {
            assertThat(text(call(server, "1"))).isEqualTo("hello");
            // Looked at only after a second without use: a wait is what this is about.
            Thread.sleep(1_100);
            assertThat(text(call(server, "2"))).isEqualTo("hello");

            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (ScriptedServer server = new ScriptedServer(OK)) {
            port = server.port();
        }
        assertThatThrownBy(() -> client.prepareRequest(request(port, "1")).call())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to http://127.0.0.1:" + port);
    }

    private HttpExecuteResponse call(ScriptedServer server, String body) throws IOException {
        return client.prepareRequest(request(server.port(), body)).call();
    }

    private static HttpExecuteRequest request(int port, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return HttpExecuteRequest.builder()
                .request(SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .protocol("http")
                        .host("127.0.0.1")
                        .port(port)
                        .encodedPath("/path")
                        .putRawQueryParameter("a", "b")
                        .putHeader("X-Amz-Target", "Put")
                        .build())
                .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                .build();
    }

    private static String text(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream body = response.responseBody().get()) {
            return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
