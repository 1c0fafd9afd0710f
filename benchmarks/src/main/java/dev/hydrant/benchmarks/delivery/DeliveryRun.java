package dev.hydrant.benchmarks.delivery;

import dev.hydrant.benchmarks.RateTable;
import dev.hydrant.record.EventTimes;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.record.sensor.SensorRecords;
import dev.hydrant.record.sensor.UniformReadings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our client and boto3 by turns, each a process of its own, against one {@link DoNothingEndpoint}. */
public final class DeliveryRun {

    private static final int ROUNDS = 5;
    private static final double SECONDS = 2;
    /** The JVM compiles what is hot in its first seconds; boto3 only opens its connection. */
    private static final double JAVA_WARM_UP = 10;

    private static final double BOTO3_WARM_UP = 1;
    private static final int BATCH = 500;

    private DeliveryRun() {}

    /** Arguments: the path of boto3_loop.py, or nothing when boto3 is missing. */
    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("batch", ".jsonl");
        Map<String, Contender> contenders = new LinkedHashMap<>();
        try (Contender endpoint = Contender.java(DoNothingEndpoint.class)) {
            byte[] records = records();
            Files.write(file, records);
            String url = endpoint.line();
            for (int threads : new int[] {4, 1}) {
                String name = "Hydrant, " + threads + " in flight";
                contenders.put(
                        name, Contender.java(HydrantLoop.class, url, file.toString(), Integer.toString(threads)));
            }
            if (args.length > 0) {
                contenders.put("boto3, 1 in flight", new Contender(List.of("python3", args[0], url, file.toString())));
            }
            System.out.printf(
                    "%d records of %d bytes a batch, put into a do-nothing endpoint on loopback, JDK %s%n",
                    BATCH, records.length / BATCH, Runtime.version());
            measure(contenders).print(System.out);
        } finally {
            contenders.values().forEach(Contender::close);
            Files.delete(file);
        }
    }

    private static RateTable measure(Map<String, Contender> contenders) throws IOException {
        System.err.println("delivery: warming up");
        for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
            contender.getValue().rate(contender.getKey().startsWith("boto3") ? BOTO3_WARM_UP : JAVA_WARM_UP);
        }
        RateTable table = new RateTable(List.copyOf(contenders.keySet()));
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.println("delivery: round " + round + " of " + ROUNDS);
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                table.add(contender.getKey(), contender.getValue().rate(SECONDS));
            }
        }
        return table;
    }

    /** The last sensors of the largest fleet: its longest records. */
    private static byte[] records() {
        RecordSource source = new SensorRecords(new Fleet(Fleet.MAX_SIZE), new UniformReadings(1, "sensors"));
        RecordBuffer buffer = new RecordBuffer(BATCH);
        for (int i = 0; i < BATCH; i++) {
            source.write(Fleet.MAX_SIZE - BATCH + i, EventTimes.MIN, buffer);
        }
        return Arrays.copyOf(buffer.bytes(), buffer.length());
    }
}
