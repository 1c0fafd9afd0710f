package dev.hydrant.benchmarks.delivery;

import dev.hydrant.benchmarks.RateTable;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.record.sensor.SensorRecords;
import dev.hydrant.record.sensor.UniformReadings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Our client and boto3 in turn, each a process of its own, against one {@link DoNothingEndpoint}. */
public final class DeliveryRun {

    private static final String HYDRANT = "Hydrant, one thread";
    private static final String BOTO3 = "boto3, one thread";
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    /** The JVM compiles what is hot in the first seconds; boto3 only opens its connection. */
    private static final String HYDRANT_WARM_UP = "5";

    private static final String BOTO3_WARM_UP = "1";
    private static final String SECONDS = "3";

    private DeliveryRun() {}

    /** Arguments: the path of boto3_loop.py, or nothing when boto3 is missing. */
    public static void main(String[] args) throws IOException {
        RateTable table = new RateTable(List.of(HYDRANT, BOTO3));
        Path batch = Files.createTempFile("batch", ".jsonl");
        Process endpoint = start(java(DoNothingEndpoint.class));
        try {
            byte[] records = records();
            Files.write(batch, records);
            String url = firstLine(endpoint);
            for (int round = 1; round <= ROUNDS; round++) {
                System.err.println("delivery: round " + round + " of " + ROUNDS);
                table.add(HYDRANT, rate(java(HydrantLoop.class, url, batch.toString(), HYDRANT_WARM_UP, SECONDS)));
                if (args.length > 0) {
                    table.add(BOTO3, rate(List.of("python3", args[0], url, batch.toString(), BOTO3_WARM_UP, SECONDS)));
                }
            }
            System.out.printf(
                    "Records of %d bytes, %d a batch, put into a do-nothing endpoint on loopback, JDK %s%n",
                    records.length / BATCH, BATCH, Runtime.version());
            table.print(System.out);
        } finally {
            endpoint.destroy();
            Files.delete(batch);
        }
    }

    /** Records of the largest fleet, the longest there are. */
    private static byte[] records() {
        RecordSource source = new SensorRecords(new Fleet(Fleet.MAX_SIZE), new UniformReadings(1, "sensors"));
        RecordBuffer buffer = new RecordBuffer(BATCH);
        for (int i = 0; i < BATCH; i++) {
            source.write(Fleet.MAX_SIZE - BATCH + i, SensorRecords.MIN_EVENT_TIME, buffer);
        }
        return Arrays.copyOf(buffer.bytes(), buffer.length());
    }

    private static double rate(List<String> command) throws IOException {
        Process process = start(command);
        try {
            return Double.parseDouble(firstLine(process));
        } finally {
            process.destroy();
        }
    }

    private static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException(
                    "ended without a result: " + process.info().commandLine().orElse("a process"));
        }
        return line;
    }
}
