package dev.hydrant.benchmarks.delivery;

import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Our side of the comparison: one thread that puts the same batch over and over. The other side is {@code boto3_loop.py}. */
public final class HydrantLoop {

    private HydrantLoop() {}

    /** Arguments: URL, file with a record a line, seconds to warm up, seconds to measure. Prints records a second. */
    public static void main(String[] args) throws IOException, DeliveryException {
        RecordBatch batch = new RecordBatch();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            byte[] record = (line + "\n").getBytes(StandardCharsets.UTF_8);
            batch.add((index, eventTime, out) -> out.append(record), batch.size(), 0, 0, 0);
        }
        FirehoseTarget target = new FirehoseTarget("sensors", URI.create(args[0]), "us-east-1");
        try (FirehoseDestination destination =
                new FirehoseDestination(FirehoseClients.open(target, Apache5HttpClient.builder()), target.stream())) {
            loop(destination, batch, Integer.parseInt(args[2]));
            System.out.println(loop(destination, batch, Integer.parseInt(args[3])));
        }
    }

    private static double loop(FirehoseDestination destination, RecordBatch batch, int seconds)
            throws DeliveryException {
        long sent = 0;
        long start = System.nanoTime();
        long elapsed = 0;
        while (elapsed < TimeUnit.SECONDS.toNanos(seconds)) {
            int rejected = destination.send(batch).size();
            if (rejected > 0) {
                throw new IllegalStateException(rejected + " records were rejected");
            }
            sent += batch.size();
            elapsed = System.nanoTime() - start;
        }
        return sent * 1e9 / elapsed;
    }
}
