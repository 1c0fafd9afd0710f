package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.lambda.runtime.Jdks;
import dev.hydrant.lambda.runtime.LambdaProcess;
import dev.hydrant.lambda.runtime.RuntimeApi;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Measures the packaged generator as Lambda starts it without a snapshot: from the start of the JVM to the first batch that
 * Firehose has, and a whole minute's records with the memory that they take. Prints what it measures.
 */
@Tag("slow")
class ColdStartIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STARTS = 7;

    static Stream<Arguments> jdksAndRecords() throws IOException {
        return Jdks.all().stream().flatMap(jdk -> Stream.of(RecordKind.values()).map(kind -> Arguments.of(jdk, kind)));
    }

    @BeforeAll
    static void jarSize() throws IOException {
        System.out.printf("generator-lambda.jar: %,d bytes%n", Files.size(Path.of("target/generator-lambda.jar")));
    }

    @ParameterizedTest
    @MethodSource("jdksAndRecords")
    void theFirstBatchIsThereWithinTwoSeconds(Jdks.Jdk jdk, RecordKind records) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            runs.add(run(jdk, records, 1));
        }
        long median = median(runs, Run::firstBatchMillis);
        long processor = median(runs, Run::processorMillis);
        System.out.printf(
                "%s, %s: first batch after %d ms, median of %d starts; %d ms of processor time%n",
                jdk, records, median, STARTS, processor);
        // What else runs on the machine adds to the one, hardly to the other.
        assertThat(Math.min(median, processor)).isLessThan(2_000);
    }

    private static long median(List<Run> runs, ToLongFunction<Run> value) {
        return runs.stream()
                .mapToLong(value)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("jdksAndRecords")
    void aMinuteIsTenThousandRecordsInFiftySeconds(Jdks.Jdk jdk, RecordKind records) throws Exception {
        Run run = run(jdk, records, 50);
        System.out.printf(
                "%s, %s: %,d acknowledged in %s s, latency p99 %s ms, live heap %d MB, peak resident %d MB%n",
                jdk,
                records,
                run.report.path("Acknowledged").asLong(),
                run.report.path("seconds"),
                run.report.path("latency").path("p99"),
                run.heapMegabytes,
                run.residentMegabytes);
        assertThat(run.report.path("Generated").asInt()).isEqualTo(10_000);
        assertThat(run.report.path("Acknowledged").asInt()).isEqualTo(10_000);
        assertThat(run.report.path("seconds").asDouble()).isBetween(49.9, 51.5);
        assertThat(run.residentMegabytes).isLessThan(512);
    }

    private record Run(
            long firstBatchMillis, long processorMillis, JsonNode report, long heapMegabytes, long residentMegabytes) {}

    private static Run run(Jdks.Jdk jdk, RecordKind records, int seconds) throws Exception {
        Map<String, String> environment = Map.of(
                "HYDRANT_STREAM", "events",
                "HYDRANT_RECORDS", records.toString(),
                "HYDRANT_SECONDS", Integer.toString(seconds));
        CompletableFuture<LambdaProcess> started = new CompletableFuture<>();
        CompletableFuture<Long> processorMillis = new CompletableFuture<>();
        FirehoseEndpoint.Script stopwatch = (call, batch) -> {
            if (call == 0) {
                processorMillis.complete(started.join().processorMillis());
            }
            return List.of();
        };
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(stopwatch);
                RuntimeApi api = new RuntimeApi()) {
            var answer = api.invoke("{\"time\":\"2026-11-21T10:00:00Z\"}", Duration.ofSeconds(60));
            try (LambdaProcess function = new LambdaProcess(
                    jdk, api, "dev.hydrant.lambda.GeneratorHandler::handleRequest", firehose.uri(), environment)) {
                started.complete(function);
                JsonNode report = JSON.readTree(answer.get(90, TimeUnit.SECONDS));
                long first =
                        TimeUnit.NANOSECONDS.toMillis(firehose.calls().get(0).at() - function.startedAt());
                return new Run(
                        first,
                        processorMillis.join(),
                        report,
                        function.liveHeapMegabytes(),
                        function.peakResidentMegabytes());
            }
        }
    }
}
