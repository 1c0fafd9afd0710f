package dev.hydrant.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Answers PutRecordBatch on loopback, over HTTP, for the real SDK; a script says which records it refuses. */
public final class FirehoseEndpoint implements AutoCloseable {

    /** Says what happens to the records of one call, counted from 0: entries other than null are refused with that code. */
    @FunctionalInterface
    public interface Script {
        List<String> answer(int call, List<byte[]> records) throws Outage;
    }

    /** The whole call fails. */
    public static final class Outage extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String type;

        public Outage(int status, String type) {
            super(type);
            this.status = status;
            this.type = type;
        }
    }

    /**
     * One call as it came.
     *
     * @param at {@link System#nanoTime} when it had been read
     */
    public record Call(String stream, List<byte[]> records, long at) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final Script script;

    public FirehoseEndpoint(Script script) {
        this.script = script;
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Takes everything. */
    public static Script takesAll() {
        return (call, records) -> List.of();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The real client, as the functions make it. */
    public FirehoseClient client(String stream) {
        return FirehoseClients.open(new FirehoseTarget(stream, uri(), "us-east-1"), UrlConnectionHttpClient.builder());
    }

    public List<Call> calls() {
        return calls;
    }

    /** The records that were not refused, in the order of their calls. */
    public List<byte[]> taken() {
        return taken;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            List<byte[]> records = new ArrayList<>();
            for (JsonNode record : request.path("Records")) {
                records.add(record.path("Data").binaryValue());
            }
            int number;
            synchronized (this) {
                number = calls.size();
                calls.add(new Call(request.path("DeliveryStreamName").asText(), records, System.nanoTime()));
            }
            try {
                checkLimits(records);
                send(exchange, 200, answer(records, script.answer(number, records)));
            } catch (Outage e) {
                send(
                        exchange,
                        e.status,
                        JSON.createObjectNode().put("__type", e.type).put("message", e.type));
            }
        }
    }

    private static void checkLimits(List<byte[]> records) throws Outage {
        long bytes = records.stream().mapToLong(record -> record.length).sum();
        if (records.isEmpty() || records.size() > 500 || bytes > 4 * 1024 * 1024) {
            throw new Outage(400, "InvalidArgumentException");
        }
    }

    private ObjectNode answer(List<byte[]> records, List<String> refused) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode entries = JSON.createArrayNode();
        int failed = 0;
        for (int i = 0; i < records.size(); i++) {
            String code = i < refused.size() ? refused.get(i) : null;
            if (code == null) {
                taken.add(records.get(i));
                entries.addObject().put("RecordId", "r" + i);
            } else {
                failed++;
                entries.addObject().put("ErrorCode", code).put("ErrorMessage", "Slow down.");
            }
        }
        answer.put("FailedPutCount", failed).put("Encrypted", false).set("RequestResponses", entries);
        return answer;
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
