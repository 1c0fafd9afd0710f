package dev.hydrant.benchmarks.delivery;

import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Our side of the comparison: threads that put the same batch over and over. The other side is {@code boto3_loop.py}. */
public final class HydrantLoop {

    private HydrantLoop() {}

    /**
     * Arguments: URL, file with a record a line, threads. For each line of standard input, a number of seconds, puts
     * batches that long and prints records a second.
     */
    public static void main(String[] args) throws IOException {
        int threads = Integer.parseInt(args[2]);
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        List<RecordBatch> batches =
                Stream.generate(() -> batch(lines)).limit(threads).toList();
        FirehoseTarget target = new FirehoseTarget("sensors", URI.create(args[0]), "us-east-1");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FirehoseDestination destination = new FirehoseDestination(
                        FirehoseClients.open(target, Apache5HttpClient.builder().maxConnections(threads)),
                        target.stream());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                double seconds = Double.parseDouble(line);
                List<CompletableFuture<Double>> rates = batches.stream()
                        .map(batch -> CompletableFuture.supplyAsync(() -> rate(destination, batch, seconds), pool))
                        .toList();
                System.out.println(
                        rates.stream().mapToDouble(CompletableFuture::join).sum());
            }
        } finally {
            pool.shutdown();
        }
    }

    private static double rate(FirehoseDestination destination, RecordBatch batch, double seconds) {
        long sent = 0;
        long start = System.nanoTime();
        long elapsed = 0;
        while (elapsed < seconds * 1e9) {
            try {
                int rejected = destination.send(batch).size();
                if (rejected > 0) {
                    throw new IllegalStateException(rejected + " records were rejected");
                }
            } catch (DeliveryException e) {
                throw new CompletionException(e);
            }
            sent += batch.size();
            elapsed = System.nanoTime() - start;
        }
        return sent * 1e9 / elapsed;
    }

    private static RecordBatch batch(List<String> lines) {
        RecordBatch batch = new RecordBatch();
        for (String line : lines) {
            byte[] record = (line + "\n").getBytes(StandardCharsets.UTF_8);
            if (!batch.add((index, eventTime, out) -> out.append(record), batch.size(), 0, 0, 0)) {
                throw new IllegalArgumentException(lines.size() + " records do not fit into a batch");
            }
        }
        return batch;
    }
}
