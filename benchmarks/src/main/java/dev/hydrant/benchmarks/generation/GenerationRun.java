package dev.hydrant.benchmarks.generation;

import dev.hydrant.benchmarks.RateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a comparison in rounds of all contenders, so that a machine that slows down slows all of them. */
public final class GenerationRun {

    private static final int ROUNDS = 3;

    private final Class<?> benchmark;
    private final Map<String, String> contenders;
    private final int warmupSeconds;

    /** @param contenders method to name, our own first */
    private GenerationRun(Class<?> benchmark, Map<String, String> contenders, int warmupSeconds) {
        this.benchmark = benchmark;
        this.contenders = contenders;
        this.warmupSeconds = warmupSeconds;
    }

    public static void main(String[] args) throws RunnerException {
        Map<String, String> sensors = new LinkedHashMap<>();
        sensors.put("sensorRecords", "sensor records");
        sensors.put("jacksonRounded", "Jackson + Random, rounded doubles");
        sensors.put("jacksonHundredths", "Jackson + Random, hundredths");
        sensors.put("arraycopy", "System.arraycopy of the same bytes");
        new GenerationRun(SensorGeneration.class, sensors, 2).print("Sensor records");

        Map<String, String> events = new LinkedHashMap<>();
        events.put("sesRecords", "SES events");
        events.put("datafakerInTurn", "Datafaker for each field + Jackson, one Faker for all events");
        events.put("datafakerReseeded", "the same, seeded anew for each event: any event by its index, as ours");
        events.put("datafakerSeeded", "the same, a Faker of its own for each event: any event by its index, as ours");
        events.put("arraycopy", "System.arraycopy of the same bytes");
        // Datafaker gets eight times as fast in its first ten seconds.
        new GenerationRun(SesGeneration.class, events, 16).print("SES events");
    }

    private void print(String what) throws RunnerException {
        RateTable table = new RateTable(List.copyOf(contenders.values()));
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.println(what + ": round " + round + " of " + ROUNDS);
            for (RunResult result : new Runner(options()).run()) {
                BenchmarkParams params = result.getParams();
                String method = params.getBenchmark().replaceAll(".*\\.", "");
                result.getAggregatedResult()
                        .getIterationResults()
                        .forEach(iteration -> table.add(
                                name(method), iteration.getPrimaryResult().getScore()));
            }
        }
        System.out.println(what + " made on one thread, JDK " + Runtime.version());
        table.print(System.out);
    }

    private String name(String method) {
        String name = contenders.get(method);
        if (name == null) {
            throw new IllegalStateException("no contender is called " + method);
        }
        return name;
    }

    private Options options() {
        return new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\.")
                .forks(1)
                .warmupIterations(warmupSeconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
