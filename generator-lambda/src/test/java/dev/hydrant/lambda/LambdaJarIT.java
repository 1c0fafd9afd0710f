package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.lambda.generator.Minutes;
import dev.hydrant.lambda.runtime.Jdks;
import dev.hydrant.lambda.runtime.LambdaProcess;
import dev.hydrant.lambda.runtime.RuntimeApi;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar that is uploaded: what is in it, and that AWS's own runtime client runs it, on every JDK of this machine. */
@Execution(ExecutionMode.CONCURRENT)
class LambdaJarIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR = Path.of("target/generator-lambda.jar");
    private static final String TIME = "{\"time\":\"2026-11-21T10:00:17Z\"}";
    private static final String NEXT = "{\"time\":\"2026-11-21T10:01:03Z\"}";

    static List<Jdks.Jdk> jdks() throws IOException {
        return Jdks.all();
    }

    static Stream<Arguments> jdksAndRecords() throws IOException {
        return Jdks.all().stream().flatMap(jdk -> Stream.of(RecordKind.values()).map(kind -> Arguments.of(jdk, kind)));
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return Collections.list(jar.entries()).stream()
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    @Test
    void holdsTheHandlersAndNothingOfTheProgramsAroundIt() throws IOException {
        List<String> entries = entries();
        assertThat(entries)
                .contains(
                        "dev/hydrant/lambda/GeneratorHandler.class",
                        "dev/hydrant/lambda/SesRouter.class",
                        "dev/hydrant/lambda/DynamoDbCsv.class",
                        "META-INF/services/software.amazon.awssdk.http.SdkHttpService",
                        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
        assertThat(entries)
                .noneMatch(entry -> entry.startsWith("io/netty/")
                        || entry.startsWith("org/apache/http/")
                        || entry.startsWith("org/apache/hc/")
                        || entry.startsWith("software/amazon/awssdk/http/apache")
                        || entry.startsWith("software/amazon/awssdk/http/nio/netty")
                        || entry.startsWith("dev/hydrant/cli/")
                        || entry.startsWith("dev/hydrant/firehose/")
                        || entry.startsWith("picocli/")
                        || entry.startsWith("org/apache/iceberg/"));
        assertThat(entries).anyMatch(entry -> entry.startsWith("META-INF/LICENSE"));
        assertThat(Files.size(JAR)).isLessThan(15_000_000);
    }

    @ParameterizedTest
    @MethodSource("jdksAndRecords")
    void theGeneratorSendsTheMinutesRecordsAndReportsThem(Jdks.Jdk jdk, RecordKind records) throws Exception {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                RuntimeApi api = new RuntimeApi();
                LambdaProcess function = generator(
                        jdk,
                        api,
                        firehose.uri(),
                        Map.of("HYDRANT_SECONDS", "1", "HYDRANT_RECORDS", records.toString()))) {
            JsonNode first = JSON.readTree(answer(function, TIME, 30));
            List<byte[]> once = new ArrayList<>(firehose.taken());
            JsonNode second = JSON.readTree(answer(function, TIME, 30));
            JsonNode next = JSON.readTree(answer(function, NEXT, 30));

            for (JsonNode report : List.of(first, second, next)) {
                assertThat(report.path("Generated").asInt()).isEqualTo(200);
                assertThat(report.path("Acknowledged").asInt()).isEqualTo(200);
                assertThat(report.path("left").asInt()).isZero();
                assertThat(function.log()).contains(report.toString());
            }
            assertThat(next.path("from")).isEqualTo(first.path("to"));
            List<byte[]> taken = firehose.taken();
            assertThat(taken).hasSize(600);
            assertThat(sorted(once)).isEqualTo(sorted(minute(records, TIME)));
            assertThat(sorted(taken.subList(200, 400))).isEqualTo(sorted(once));
            assertThat(sorted(taken.subList(400, 600))).isEqualTo(sorted(minute(records, NEXT)));
        }
    }

    /** The records that the classes make which the jar was made of. */
    private static List<byte[]> minute(RecordKind records, String event) throws IOException {
        Minutes minutes = new Minutes(ConstantRate.parse("200"), 1);
        RecordSource source = records.source(42, new Fleet(10), minutes.rate(0), minutes::due);
        Instant scheduled = Instant.parse(JSON.readTree(event).path("time").asText());
        long first = minutes.first(Minutes.number(scheduled.getEpochSecond()));
        List<byte[]> made = new ArrayList<>();
        RecordBuffer buffer = new RecordBuffer(4096);
        for (long index = first; index < first + 200; index++) {
            buffer.clear();
            source.write(index, minutes.due(index), buffer);
            made.add(Arrays.copyOf(buffer.bytes(), buffer.length()));
        }
        return made;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theGeneratorEndsBeforeItsTimeDoesAndSaysWhatWasLeft(Jdks.Jdk jdk) throws Exception {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                RuntimeApi api = new RuntimeApi();
                LambdaProcess function = generator(jdk, api, firehose.uri(), Map.of())) {
            JsonNode report = JSON.readTree(answer(function, TIME, 15));

            assertThat(report.path("seconds").asDouble()).isLessThan(15);
            assertThat(report.path("Acknowledged").asInt())
                    .isEqualTo(firehose.taken().size())
                    .isPositive();
            assertThat(report.path("Generated").asInt() + report.path("left").asInt())
                    .isEqualTo(10_000);
            assertThat(report.path("left").asInt()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSnapshotIsTakenWarmAndServesAfterwards(Jdks.Jdk jdk) throws Exception {
        try (FirehoseEndpoint firehose = new FirehoseEndpoint(FirehoseEndpoint.takesAll());
                RuntimeApi api = new RuntimeApi();
                LambdaProcess function = new LambdaProcess(
                        jdk,
                        api,
                        "dev.hydrant.lambda.GeneratorHandler::handleRequest",
                        firehose.uri(),
                        Map.of(
                                "HYDRANT_STREAM", "sensors",
                                "HYDRANT_SECONDS", "1",
                                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "-Xlog:class+load:file=target/snapshot-classes-" + jdk.version() + ".log")) {
            api.restored().get(30, TimeUnit.SECONDS);
            assertThat(firehose.calls()).isEmpty();
            assertThat(Files.readString(Path.of("target/snapshot-classes-" + jdk.version() + ".log")))
                    .contains("software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse ");

            assertThat(JSON.readTree(answer(function, TIME, 30))
                            .path("Acknowledged")
                            .asInt())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theTransformsAnswer(Jdks.Jdk jdk) throws Exception {
        String send = new String(
                LambdaJarIT.class.getResourceAsStream("ses-send.json").readAllBytes(), StandardCharsets.UTF_8);
        String change = new String(
                LambdaJarIT.class.getResourceAsStream("dynamodb-modify.json").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(transformed(jdk, "SesRouter", send)).contains("\"to_address\":\"recipient@example.com\"");
        assertThat(transformed(jdk, "DynamoDbCsv", change)).isEqualTo(",\n");
    }

    private static String transformed(Jdks.Jdk jdk, String handler, String record) throws Exception {
        String event = "{\"records\":[{\"recordId\":\"1\",\"data\":\""
                + Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8)) + "\"}]}";
        try (RuntimeApi api = new RuntimeApi();
                LambdaProcess function = new LambdaProcess(
                        jdk, api, "dev.hydrant.lambda." + handler, URI.create("http://127.0.0.1:1"), Map.of())) {
            JsonNode answer =
                    JSON.readTree(answer(function, event, 30)).path("records").path(0);
            assertThat(answer.path("result").asText()).isEqualTo("Ok");
            return TransformCall.Answer.content(answer);
        }
    }

    @Test
    void aWrongVariableStopsTheInvocationWithItsNameItsValueAndWhatIsAllowed() throws Exception {
        try (RuntimeApi api = new RuntimeApi();
                LambdaProcess function = generator(
                        Jdks.all().get(0), api, URI.create("http://127.0.0.1:1"), Map.of("HYDRANT_RATE", "fast"))) {
            assertThatThrownBy(() -> answer(function, TIME, 30))
                    .hasMessageContaining("HYDRANT_RATE \\\"fast\\\": allowed 0.000001 to 10000000");
        }
    }

    private static LambdaProcess generator(Jdks.Jdk jdk, RuntimeApi api, URI firehose, Map<String, String> environment)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HYDRANT_STREAM", "sensors");
        return new LambdaProcess(jdk, api, "dev.hydrant.lambda.GeneratorHandler::handleRequest", firehose, all);
    }

    private static String answer(LambdaProcess function, String event, int seconds) throws Exception {
        return function.api().invoke(event, Duration.ofSeconds(seconds)).get(60, TimeUnit.SECONDS);
    }

    /** Batches are under way together and arrive in any order. */
    private static List<String> sorted(List<byte[]> records) {
        return records.stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }
}
