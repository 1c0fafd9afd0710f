package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Firehose has. Prints what it measures.
 */
@Tag("slow")
class ColdStartIT {

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
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start(jdk, records));
        }
        long median = median(starts, Start::firstBatchMillis);
        long processor = median(starts, Start::processorMillis);
        System.out.printf(
                "%s, %s: first batch after %d ms, median of %d starts; %d ms of processor time%n",
                jdk, records, median, STARTS, processor);
        // What else runs on the machine adds to the one, hardly to the other.
        assertThat(Math.min(median, processor))
                .as("%s, %s: ms to the first batch", jdk, records)
                .isLessThan(2_000);
    }

    private static long median(List<Start> starts, ToLongFunction<Start> value) {
        return starts.stream()
                .mapToLong(value)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private record Start(long firstBatchMillis, long processorMillis) {}

    private static Start start(Jdks.Jdk jdk, RecordKind records) throws Exception {
        Map<String, String> environment = Map.of("HYDRANT_STREAM", "events", "HYDRANT_RECORDS", records.toString());
        CompletableFuture<LambdaProcess> started = new CompletableFuture<>();
        CompletableFuture<Start> measured = new CompletableFuture<>();
        FirehoseEndpoint.Script stopwatch = (call, batch) -> {
            LambdaProcess function = started.join();
            long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - function.startedAt());
            measured.complete(new Start(elapsed, function.processorMillis()));
            return List.of();
        };
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(stopwatch);
                RuntimeApi api = new RuntimeApi()) {
            var unused = api.invoke("{\"time\":\"2026-11-21T10:00:00Z\"}", Duration.ofSeconds(60));
            try (LambdaProcess function = new LambdaProcess(
                    jdk, api, "dev.hydrant.lambda.GeneratorHandler::handleRequest", firehose.uri(), environment)) {
                started.complete(function);
                return measured.get(30, TimeUnit.SECONDS);
            }
        }
    }
}
