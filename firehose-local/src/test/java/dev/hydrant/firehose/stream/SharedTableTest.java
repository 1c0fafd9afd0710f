package dev.hydrant.firehose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.firehose.WarehouseContents;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.transform.Functions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that deliver into one table do not disturb each other's positions in it. */
final class SharedTableTest {

    private static final Instant START = Instant.parse("2026-11-21T07:08:09Z");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            IntStream.range(0, 12).mapToObj("s%02d"::formatted).toList();

    @TempDir
    Path folder;

    @Test
    void aStreamThatDeliversWhileOthersAreStillOpenedKeepsTheirPositions() throws Exception {
        Path copy = folder.resolve("copy");
        try (Warehouse warehouse = Warehouse.open(folder);
                DeliveryStreams streams = open(warehouse, START)) {
            for (int i = 0; i < NAMES.size(); i++) {
                streams.create(StreamDefinition.local(
                        NAMES.get(i),
                        new Destination.Tables(TableIdentifier.of("iot", "sensors")),
                        new BufferingHints(128, 900),
                        "errors",
                        null,
                        0));
                put(streams, i);
            }
            copy(folder.resolve("streams"), copy);
            for (String name : NAMES.subList(1, NAMES.size())) {
                assertThat(stream(streams, name).deliverAll(SOON)).isTrue();
            }
        }
        // As after a kill between the commits and all that follows them.
        Files.move(folder.resolve("streams"), folder.resolve("later"));
        Files.move(copy, folder.resolve("streams"));

        // An hour later the first stream is overdue and delivers while the others are opened.
        try (Warehouse warehouse = Warehouse.open(folder);
                DeliveryStreams streams = open(warehouse, START.plus(Duration.ofHours(1)))) {
            for (String name : NAMES) {
                assertThat(stream(streams, name).deliverAll(SOON)).isTrue();
            }
        }
        assertThat(WarehouseContents.rows(folder))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, NAMES.size()).boxed().toList());
    }

    private DeliveryStreams open(Warehouse warehouse, Instant now) throws IOException {
        return new DeliveryStreams(
                folder.resolve("streams"),
                folder.resolve("s3"),
                warehouse,
                new Functions(List.of(), URI.create("http://127.0.0.1"), folder.resolve("logs")),
                InstantSource.fixed(now),
                step -> {});
    }

    private static void put(DeliveryStreams streams, int number) throws IOException {
        Frame frame = new Frame();
        byte[] data = WarehouseContents.fitting(number).getBytes(StandardCharsets.UTF_8);
        frame.beginRecord();
        frame.write(data, 0, data.length);
        frame.endRecord();
        stream(streams, NAMES.get(number)).put(frame);
    }

    private static DeliveryStream stream(DeliveryStreams streams, String name) {
        return Objects.requireNonNull(streams.get(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
