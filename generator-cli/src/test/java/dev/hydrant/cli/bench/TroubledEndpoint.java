package dev.hydrant.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks PutRecordBatch and has one trouble, which a benchmark has to find. */
final class TroubledEndpoint implements AutoCloseable {

    /** What happens to a call of so many records that comes {@code now} nanoseconds after the first: how many are taken, after whatever wait. */
    interface Trouble {
        int take(int records, long now);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Otherwise the body waits 40 ms for the acknowledgement of the head (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Trouble trouble;
    private final AtomicLong firstPut = new AtomicLong();

    TroubledEndpoint(Trouble trouble) throws IOException {
        this.trouble = trouble;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers so long after it was asked. */
    static TroubledEndpoint slow(long nanos) throws IOException {
        return new TroubledEndpoint((records, now) -> {
            rest(nanos);
            return records;
        });
    }

    /** Answers nothing for a while, then all that has waited. */
    static TroubledEndpoint stalling(long from, long to) throws IOException {
        return new TroubledEndpoint((records, now) -> {
            if (now >= from && now < to) {
                rest(to - now);
            }
            return records;
        });
    }

    /** Takes so many records a second and refuses the rest, as Firehose does; a second's worth is what it can save up. */
    static TroubledEndpoint limited(int perSecond) throws IOException {
        double[] tokens = {perSecond};
        long[] filledAt = {0};
        return new TroubledEndpoint((records, now) -> {
            synchronized (tokens) {
                tokens[0] = Math.min(perSecond, tokens[0] + (now - filledAt[0]) * perSecond / 1e9);
                filledAt[0] = Math.max(now, filledAt[0]);
                int taken = (int) Math.min(records, tokens[0]);
                tokens[0] -= taken;
                return taken;
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            String answer = "{}";
            if (target.endsWith("PutRecordBatch")) {
                int records = JSON.readTree(body).get("Records").size();
                answer = answer(records, trouble.take(records, sinceFirstPut()));
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private long sinceFirstPut() {
        long now = System.nanoTime();
        firstPut.compareAndSet(0, now);
        return now - firstPut.get();
    }

    private static String answer(int records, int taken) {
        return "{\"FailedPutCount\":" + (records - taken) + ",\"RequestResponses\":["
                + IntStream.range(0, records)
                        .mapToObj(record -> record < taken
                                ? "{\"RecordId\":\"" + record + "\"}"
                                : "{\"ErrorCode\":\"ServiceUnavailableException\",\"ErrorMessage\":\"Slow down.\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static void rest(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
