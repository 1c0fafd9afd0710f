package dev.hydrant.firehose.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.firehose.WarehouseContents;
import dev.hydrant.firehose.iceberg.KnownTables;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.spool.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A flush that fails, or dies with its process, between any two of its steps neither loses a record nor delivers one twice. */
final class ExactlyOnceTest {

    private static final TableIdentifier SENSORS = TableIdentifier.of("iot", "sensors");
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    private final List<Long> fitting = new ArrayList<>();
    private final List<Long> unfitting = new ArrayList<>();
    private @Nullable Step failing;

    /** Stands for the death of the process, or for a fault that it survives. */
    private static final class Fault extends RuntimeException {}

    static Stream<Arguments> steps() {
        return EnumSet.range(Step.ROWS_WRITTEN, Step.SEGMENTS_DELETED).stream()
                .flatMap(step -> LongStream.of(1, 2).mapToObj(seed -> Arguments.of(step, seed)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aProcessThatDiesAfterAStepDeliversTheRestOnce(Step step, long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try (Instance process = new Instance()) {
                process.put(random);
                if (random.nextBoolean()) {
                    failing = step;
                }
                process.flush();
                process.put(random);
            }
        }
        assertEverythingArrivedOnce();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aRoundThatFailsAfterAStepIsRepeatedWithoutRepeatingRecords(Step step, long seed) throws IOException {
        Random random = new Random(seed);
        try (Instance process = new Instance()) {
            for (int round = 0; round < ROUNDS; round++) {
                process.put(random);
                failing = random.nextBoolean() ? step : null;
                process.flush();
                failing = null;
                if (random.nextBoolean()) {
                    process.flush();
                }
            }
        }
        assertEverythingArrivedOnce();
    }

    private void assertEverythingArrivedOnce() throws IOException {
        failing = null;
        try (Instance process = new Instance()) {
            process.flush();
            assertThat(process.spool.backlog().records()).isZero();
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(fitting);
        assertThat(WarehouseContents.errors(folder)).containsExactlyInAnyOrderElementsOf(unfitting);
    }

    /** What one process holds; closing it writes nothing. */
    private final class Instance implements AutoCloseable {

        final Warehouse warehouse = Warehouse.open(folder);
        final Spool spool;
        final Flush flush;
        final DeliveryCounts counts = new DeliveryCounts();

        Instance() throws IOException {
            warehouse.createTable(SENSORS, Objects.requireNonNull(KnownTables.schema("sensors")));
            Step.Observer observer = step -> {
                if (step == failing) {
                    failing = null;
                    throw new Fault();
                }
            };
            IcebergDelivery.Target target = new IcebergDelivery.Target(
                    "s", "id", SENSORS, folder.resolve("s3/firehose-errors"), new ErrorOutputPrefix(""), id -> true);
            IcebergDelivery delivery = new IcebergDelivery(warehouse, target, InstantSource.system(), observer);
            PositionFile position = new PositionFile(folder.resolve("position"));
            spool = Spool.open(folder.resolve("spool"), position.read());
            flush = new Flush(spool, delivery, position, counts, observer);
        }

        /** Up to three requests, with few, no or only records that do not fit. */
        void put(Random random) throws IOException {
            for (int requests = random.nextInt(4); requests > 0; requests--) {
                Frame frame = new Frame();
                int bad = random.nextInt(3);
                for (int records = 1 + random.nextInt(20); records > 0; records--) {
                    long number = (long) fitting.size() + unfitting.size();
                    boolean fits = random.nextInt(2) >= bad;
                    (fits ? fitting : unfitting).add(number);
                    frame.beginRecord();
                    byte[] data = (fits ? WarehouseContents.fitting(number) : WarehouseContents.unfitting(number))
                            .getBytes(StandardCharsets.UTF_8);
                    frame.write(data, 0, data.length);
                    frame.endRecord();
                }
                spool.append(frame, 1_000L * fitting.size());
            }
        }

        void flush() throws IOException {
            try {
                flush.once();
            } catch (Fault e) {
                // The process dies here, or tries again later.
            }
        }

        @Override
        public void close() throws IOException {
            spool.close();
            warehouse.close();
        }
    }
}
