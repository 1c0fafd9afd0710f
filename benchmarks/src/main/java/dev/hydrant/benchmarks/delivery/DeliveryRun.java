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

/** Our client, the SDK as its documentation uses it, and boto3 by turns, each a process of its own, against one {@link DoNothingEndpoint}. */
public final class DeliveryRun {

    private static final int ROUNDS = 5;
    private static final double SECONDS = 2;
    /** The JVM goes on compiling what is hot for some 20 seconds on two busy cores; boto3 only opens its connection. */
    private static final double JAVA_WARM_UP = 25;

    private static final double BOTO3_WARM_UP = 1;
    private static final int BATCH = 500;
    private static final String BOTO3 = "boto3, 1 in flight";

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
                contenders.put(
                        "Hydrant, " + threads + " in flight",
                        Contender.java(HydrantLoop.class, url, file.toString(), Integer.toString(threads)));
            }
            for (int threads : new int[] {4, 1}) {
                contenders.put(
                        "plain SDK, " + threads + " in flight",
                        Contender.java(SdkLoop.class, url, file.toString(), Integer.toString(threads)));
            }
            if (args.length > 0) {
                contenders.put(BOTO3, new Contender(List.of("python3", args[0], url, file.toString())));
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
            contender.getValue().put(contender.getKey().equals(BOTO3) ? BOTO3_WARM_UP : JAVA_WARM_UP);
        }
        RateTable table = new RateTable(List.copyOf(contenders.keySet()));
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.println("delivery: round " + round + " of " + ROUNDS);
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                Contender.Measured measured = contender.getValue().put(SECONDS);
                table.add(contender.getKey(), measured.rate(), measured.cpuMicros());
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
