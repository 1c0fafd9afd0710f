package dev.hydrant.cli.outlet;

import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.delivery.http.SocketHttpClient;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Which HTTP client carries the calls: our own, the fastest; Apache's where a proxy is set, which ours does not speak to. */
final class Transport {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Shorter than a call may take, so that a silent server is told from a slow one. */
    private static final Duration ANSWER = Duration.ofSeconds(14);

    private Transport() {}

    /** @param inFlight how many connections are worth having */
    static SdkHttpClient.Builder<?> to(FirehoseTarget target, int inFlight) {
        if (target.isLoopback() || !isProxied(target)) {
            return SocketHttpClient.builder().connectTimeout(CONNECT).readTimeout(ANSWER);
        }
        return Apache5HttpClient.builder()
                .maxConnections(inFlight)
                .connectionTimeout(CONNECT)
                .socketTimeout(ANSWER);
    }

    /** As the SDK's other clients look for one: system properties, then the environment. */
    private static boolean isProxied(FirehoseTarget target) {
        String scheme = target.endpoint() == null ? "https" : target.endpoint().getScheme();
        return System.getProperty(scheme + ".proxyHost") != null
                || System.getenv(scheme.toUpperCase(Locale.ROOT) + "_PROXY") != null
                || System.getenv(scheme.toLowerCase(Locale.ROOT) + "_proxy") != null;
    }
}
