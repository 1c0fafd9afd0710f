package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that deliver objects into a folder. */
final class ObjectStreamTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int RECORDS = 300;

    @TempDir
    Path folder;

    @Test
    void recordsStandInObjectsAsTheyArePutOneAfterTheOther() throws Exception {
        StreamMetrics metrics =
                run(StreamSettings.toFolder("plain", "lake", "", null), new ScriptedFunction(call -> ""));

        List<Path> objects = Landed.objects(folder.resolve("s3/lake"));
        assertThat(objects).hasSize(1);
        assertThat(objects.get(0)).hasContent(String.join("", lines()));
        assertThat(metrics.deliveredToS3Records()).isEqualTo(RECORDS);
        assertThat(metrics.deliveredToS3Bytes()).isEqualTo(Files.size(objects.get(0)));
        assertThat(metrics.backlogRecords()).isZero();
        assertThat(metrics.successfulRowCount()).isZero();
    }

    @Test
    void theKeyIsFirehosesOwn() throws Exception {
        Instant before = Instant.now();
        run(StreamSettings.toFolder("plain", "lake", "in/", null), new ScriptedFunction(call -> ""));

        String key = folder.resolve("s3/lake").relativize(object()).toString();
        assertThat(key)
                .matches(
                        "in/\\d{4}/\\d\\d/\\d\\d/\\d\\d/plain-1-\\d{4}(-\\d\\d){5}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);
        assertThat(Instant.from(time.parse(key.replaceAll(".*plain-1-((-?\\d+){6})-.*", "$1"))))
                .isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void expressionsCompressionAndExtensionShapeTheObject() throws Exception {
        run(
                StreamSettings.toFolder("csv", "lake", "dt=!{timestamp:yyyy-MM-dd}/r=!{firehose:random-string}/", "f")
                        .withGzip()
                        .withFileExtension(".csv.gz"),
                new ScriptedFunction(
                        call -> call.each(item -> item.ok("\"" + item.text().strip() + "\",1\r\n"))));

        assertThat(folder.resolve("s3/lake").relativize(object()).toString())
                .matches("dt=\\d{4}-\\d\\d-\\d\\d/r=[0-9a-f]{11}/csv-1-.*\\.csv\\.gz");
        assertThat(Landed.lines(folder.resolve("s3/lake")))
                .containsExactlyElementsOf(lines().stream()
                        .map(line -> "\"" + line.strip() + "\",1")
                        .toList());
    }

    @Test
    void whatTheTransformLeavesOutOrCannotDoIsNotInTheObject() throws Exception {
        StreamMetrics metrics = run(
                StreamSettings.toFolder("csv", "lake", "data/", "f").withGzip(),
                new ScriptedFunction(call ->
                        call.each(item -> switch (Math.floorMod(item.text().hashCode(), 3)) {
                            case 0 -> item.result("Dropped");
                            case 1 -> item.result("ProcessingFailed");
                            default -> item.ok(item.text());
                        })));

        assertThat(Landed.lines(folder.resolve("s3/lake/data")).size()).isEqualTo((int) metrics.deliveredToS3Records());
        assertThat(Landed.errors(folder, "lake", "processing-failed").size())
                .isEqualTo((int) metrics.processingFailedRecords());
        assertThat(metrics.deliveredToS3Records() + metrics.processingFailedRecords() + metrics.droppedRecords())
                .isEqualTo(RECORDS);
        assertThat(metrics.droppedRecords()).isPositive();
        assertThat(object().toString()).endsWith(".gz");
    }

    private StreamMetrics run(StreamSettings stream, ScriptedFunction function) throws Exception {
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction("f", endpoint -> function)
                .withStream(stream.withBuffering(128, 900));
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            List<byte[]> records = lines().stream().map(RawClient::utf8).toList();
            RawClient client = new RawClient(firehose.endpoint());
            assertThat(client.call("PutRecordBatch", RawClient.batch(stream.name(), records))
                            .status())
                    .isEqualTo(200);
            firehose.flush(stream.name(), SOON);
            return firehose.metrics(stream.name());
        }
    }

    private Path object() throws Exception {
        return Landed.objects(folder.resolve("s3/lake")).stream()
                .filter(object -> !object.toString().contains("processing-failed"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines() {
        return IntStream.range(0, RECORDS).mapToObj("line %d%n"::formatted).toList();
    }
}
