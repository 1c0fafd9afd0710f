package dev.hydrant.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

class SecureConnectionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    Path folder;

    private SSLContext before;

    @BeforeEach
    void remember() throws Exception {
        before = SSLContext.getDefault();
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(before);
    }

    @Test
    void speaksTlsWithAServerWhoseNameIsInItsCertificate() throws Exception {
        SSLContext trusting = context("ip:127.0.0.1");
        SSLContext.setDefault(trusting);
        try (ScriptedServer server = new ScriptedServer(listener(trusting), OK)) {
            assertThat(get(server.port())).isEqualTo("hello");
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        SSLContext trusting = context("dns:elsewhere.example");
        SSLContext.setDefault(trusting);
        try (ScriptedServer server = new ScriptedServer(listener(trusting), OK)) {
            assertThatThrownBy(() -> get(server.port())).hasCauseInstanceOf(SSLHandshakeException.class);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (ScriptedServer server = new ScriptedServer(listener(context("ip:127.0.0.1")), OK)) {
            assertThatThrownBy(() -> get(server.port())).hasCauseInstanceOf(SSLHandshakeException.class);
        }
    }

    private static String get(int port) throws IOException {
        SdkHttpClient client =
                SocketHttpClient.builder().readTimeout(Duration.ofSeconds(10)).buildWithDefaults(AttributeMap.empty());
        try (client) {
            HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder()
                            .request(SdkHttpRequest.builder()
                                    .method(SdkHttpMethod.GET)
                                    .protocol("https")
                                    .host("127.0.0.1")
                                    .port(port)
                                    .build())
                            .build())
                    .call();
            try (InputStream body = response.responseBody().orElseThrow()) {
                return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
            }
        }
    }

    private static ServerSocket listener(SSLContext context) throws IOException {
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    /** A server's key, and trust in nothing but its certificate. */
    private SSLContext context(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + name,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
