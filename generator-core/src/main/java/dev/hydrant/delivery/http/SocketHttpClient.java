package dev.hydrant.delivery.http;

import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * HTTP/1.1 with connections that are kept (RFC 9112), http and https, for calls whose body is in memory. A request leaves
 * in as few writes as the socket takes, and an answer is read straight into whoever asks for it: with bodies of 100 KB
 * that is what a general client spends most of its time on.
 *
 * <p>Not spoken: proxies, HTTP/2, redirects, compression, Expect. There is no limit on connections: whoever calls bounds
 * the calls under way.
 */
public final class SocketHttpClient implements SdkHttpClient {

    private final ConnectionPool pool;

    private SocketHttpClient(ConnectionPool pool) {
        this.pool = pool;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Exchange(request, pool);
    }

    @Override
    public String clientName() {
        return "Socket";
    }

    @Override
    public void close() {
        pool.close();
    }

    /** What is not set here is as the SDK has it for all of its clients: 2 s to connect, 30 s for an answer. */
    public static final class Builder implements SdkHttpClient.Builder<Builder> {

        private final AttributeMap.Builder settings = AttributeMap.builder();

        private Builder() {}

        /** How long a server may take to accept a connection; above 0. */
        public Builder connectTimeout(Duration timeout) {
            settings.put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, timeout);
            return this;
        }

        /** How long a server may be silent while an answer is waited for; above 0. */
        public Builder readTimeout(Duration timeout) {
            settings.put(SdkHttpConfigurationOption.READ_TIMEOUT, timeout);
            return this;
        }

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            AttributeMap all = settings.build().merge(defaults).merge(SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS);
            return new SocketHttpClient(new ConnectionPool(
                    all.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT),
                    all.get(SdkHttpConfigurationOption.READ_TIMEOUT)));
        }
    }
}
