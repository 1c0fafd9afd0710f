package dev.hydrant.firehose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Threads that put batches of numbered records, each record once, until the server is gone. */
final class Senders implements AutoCloseable {

    private static final int BATCH = 50;

    private final URI endpoint;
    private final String stream;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    Senders(URI endpoint, int count, long first) {
        this(endpoint, LocalFirehoseSettings.DEFAULT_STREAM, count, first);
    }

    Senders(URI endpoint, String stream, int count, long first) {
        this.endpoint = endpoint;
        this.stream = stream;
        for (int i = 0; i < count; i++) {
            long start = first + i * 100_000_000L;
            threads.add(new Thread(() -> send(start)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    Set<Long> sent() {
        return sent;
    }

    Set<Long> acknowledged() {
        return acknowledged;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void send(long start) {
        try {
            for (long from = start; ; from += BATCH) {
                List<Long> numbers =
                        LongStream.range(from, from + BATCH).boxed().toList();
                sent.addAll(numbers);
                if (client.send(request(numbers), HttpResponse.BodyHandlers.ofString())
                                .statusCode()
                        != 200) {
                    return;
                }
                acknowledged.addAll(numbers);
            }
        } catch (IOException e) {
            // The server is gone, and what became of this batch is not known.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(List<Long> numbers) {
        String records = numbers.stream()
                .map(number -> WarehouseContents.fitting(number).getBytes(StandardCharsets.UTF_8))
                .map(data -> "{\"Data\":\"" + Base64.getEncoder().encodeToString(data) + "\"}")
                .collect(Collectors.joining(","));
        return HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "Firehose_20150804.PutRecordBatch")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"DeliveryStreamName\":\"" + stream + "\",\"Records\":[" + records + "]}"))
                .build();
    }
}
