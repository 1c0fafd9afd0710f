package dev.hydrant.benchmarks.delivery;

import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.delivery.http.SocketHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our side of the comparison. */
public final class HydrantLoop {

    private HydrantLoop() {}

    /** Arguments: URL, file with a record a line, threads. */
    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        FirehoseTarget target = new FirehoseTarget("sensors", URI.create(args[0]), "us-east-1");
        try (FirehoseDestination destination =
                new FirehoseDestination(FirehoseClients.open(target, SocketHttpClient.builder()), target.stream())) {
            List<PutLoop.Put> puts = Stream.generate(() -> put(destination, batch(lines)))
                    .limit(Integer.parseInt(args[2]))
                    .toList();
            PutLoop.serve(puts, lines.size());
        }
    }

    private static PutLoop.Put put(FirehoseDestination destination, RecordBatch batch) {
        return () -> {
            int rejected = destination.send(batch).size();
            if (rejected > 0) {
                throw new IllegalStateException(rejected + " records were rejected");
            }
        };
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
