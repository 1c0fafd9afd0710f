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

/** Runs {@link SensorGeneration} in rounds of all contenders, so that a machine that slows down slows all of them. */
public final class GenerationRun {

    private static final int ROUNDS = 5;
    private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

    static {
        CONTENDERS.put("sensorRecords", "sensor records");
        CONTENDERS.put("jacksonRounded", "Jackson + Random, rounded doubles");
        CONTENDERS.put("jacksonHundredths", "Jackson + Random, hundredths");
        CONTENDERS.put("arraycopy", "System.arraycopy of the same bytes");
    }

    private GenerationRun() {}

    public static void main(String[] args) throws RunnerException {
        RateTable table = new RateTable(List.copyOf(CONTENDERS.values()));
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.println("generation: round " + round + " of " + ROUNDS);
            for (RunResult result : new Runner(options()).run()) {
                BenchmarkParams params = result.getParams();
                String method = params.getBenchmark().replaceAll(".*\\.", "");
                result.getAggregatedResult()
                        .getIterationResults()
                        .forEach(iteration -> table.add(
                                name(method), iteration.getPrimaryResult().getScore()));
            }
        }
        System.out.println("Sensor records made on one thread, JDK " + Runtime.version());
        table.print(System.out);
    }

    private static String name(String method) {
        String name = CONTENDERS.get(method);
        if (name == null) {
            throw new IllegalStateException("no contender is called " + method);
        }
        return name;
    }

    private static Options options() {
        return new OptionsBuilder()
                .include("^" + SensorGeneration.class.getName() + "\\.")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
