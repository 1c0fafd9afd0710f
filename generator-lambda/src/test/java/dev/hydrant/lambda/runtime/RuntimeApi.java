package dev.hydrant.lambda.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for Lambda's Runtime API (AWS documentation, "Using the Lambda runtime API"): hands events to a function's
 * process and takes its answers.
 */
public final class RuntimeApi implements AutoCloseable {

    private static final String BASE = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();

    public RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(BASE, this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when a process with SnapStart has run its hooks and would be frozen; it is restored at once. */
    public CompletableFuture<Void> restored() {
        return restored;
    }

    /** Invokes the function; the answer is its response, or an exception with what it reported. */
    public CompletableFuture<String> invoke(String event, Duration timeout) {
        Invocation invocation =
                new Invocation("request-" + number.incrementAndGet(), event, timeout, new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.answer;
    }

    /** What a function reported as an error. */
    public static final class FunctionError extends Exception {
        private static final long serialVersionUID = 1;

        FunctionError(String message) {
            super(message);
        }
    }

    private record Invocation(String id, String event, Duration timeout, CompletableFuture<String> answer) {}

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] path =
                    exchange.getRequestURI().getPath().substring(BASE.length()).split("/", -1);
            switch (path[path.length - 1]) {
                case "next" -> next(exchange, path[0]);
                case "response" -> settle(path[1]).complete(body);
                case "error" -> error(path, body);
                default -> throw new IOException("unknown call " + exchange.getRequestURI());
            }
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange, String of) throws IOException, InterruptedException {
        if (of.equals("restore")) {
            restored.complete(null);
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        Invocation invocation = waiting.take();
        running.put(invocation.id, invocation);
        long deadline = System.currentTimeMillis() + invocation.timeout.toMillis();
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invocation.id);
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:f");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] event = invocation.event.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    private CompletableFuture<String> settle(String id) {
        return running.remove(id).answer;
    }

    private void error(String[] path, String body) {
        FunctionError error = new FunctionError(body);
        if (path[0].equals("invocation")) {
            settle(path[1]).completeExceptionally(error);
        } else {
            // The function did not even start: nobody will ask for what waits.
            waiting.forEach(invocation -> invocation.answer.completeExceptionally(error));
            restored.completeExceptionally(error);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
