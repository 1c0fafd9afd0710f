package dev.hydrant.delivery.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** One request and its answer. Nothing is sent twice here: the caller knows what may be. */
final class Exchange implements ExecutableHttpRequest {

    private final HttpExecuteRequest request;
    private final ConnectionPool pool;
    private @Nullable Lease lease;
    private boolean aborted;

    Exchange(HttpExecuteRequest request, ConnectionPool pool) {
        this.request = request;
        this.pool = pool;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
        Lease leased = lease();
        try {
            send(leased.connection());
            ResponseHead answer = ResponseHead.read(leased.connection());
            InputStream body =
                    ResponseBody.of(answer, leased, request.httpRequest().method());
            return HttpExecuteResponse.builder()
                    .response(answer.toSdk())
                    .responseBody(AbortableInputStream.create(body, this))
                    .build();
        } catch (IOException | RuntimeException e) {
            leased.discard();
            throw e;
        }
    }

    /** From another thread: the blocked reader or writer gets an IOException at once. */
    @Override
    public synchronized void abort() {
        aborted = true;
        if (lease != null) {
            lease.discard();
        }
    }

    private Lease lease() throws IOException {
        Lease leased = pool.lease(Origin.of(request.httpRequest()));
        synchronized (this) {
            lease = leased;
            if (!aborted) {
                return leased;
            }
        }
        leased.discard();
        throw new IOException("aborted");
    }

    private void send(Connection connection) throws IOException {
        try (InputStream content = request.contentStreamProvider()
                .map(ContentStreamProvider::newStream)
                .orElseGet(InputStream::nullInputStream)) {
            if (RequestHead.tellsLength(request.httpRequest())) {
                connection.send(RequestHead.of(request.httpRequest()), content);
            } else {
                byte[] body = content.readAllBytes();
                connection.send(RequestHead.of(request.httpRequest(), body.length), new ByteArrayInputStream(body));
            }
        }
    }
}
