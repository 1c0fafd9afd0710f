package dev.hydrant.firehose.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.Landed;
import dev.hydrant.firehose.ScriptedFunction;
import dev.hydrant.firehose.TransformCall;
import dev.hydrant.firehose.WarehouseContents;
import dev.hydrant.firehose.iceberg.KnownTables;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.transform.FunctionDefinition;
import dev.hydrant.firehose.transform.Functions;
import dev.hydrant.firehose.transform.TransformBuffering;
import dev.hydrant.firehose.transform.TransformCounts;
import dev.hydrant.firehose.transform.TransformDefinition;
import dev.hydrant.firehose.transform.Transformer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stream with a transform that fails, or dies, after any step of either stage takes every record to exactly one place, although its
 * function answers differently each time it is asked.
 */
final class TransformExactlyOnceTest {

    private static final TableIdentifier SENSORS = TableIdentifier.of("iot", "sensors");
    private static final String STREAM_ID = new UUID(1, 2).toString();
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    private Random random = new Random();
    private long put;
    private Consumer<Step> fault = step -> {};

    /** Stands for the death of the process, or for a fault that it survives. */
    private static final class Fault extends RuntimeException {}

    @ParameterizedTest
    @EnumSource
    void everyStepMayBeTheLastOfAProcess(Step step) throws IOException {
        random = new Random(step.name().hashCode());
        dies(true, () -> step);
        dies(false, () -> step);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyStepsMayFail(long seed) throws IOException {
        random = new Random(seed);
        Step[] steps = Step.values();
        dies(true, () -> steps[random.nextInt(steps.length)]);
        dies(false, () -> steps[random.nextInt(steps.length)]);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void everyStepMayBeTheLastOfAProcessAgainAndAgain(Step step) throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            random = new Random(1_000L * seed + step.name().hashCode());
            dies(random.nextBoolean(), () -> step);
        }
    }

    /** Some rounds of putting and delivering, in processes that die or go on, then one process that does the rest. */
    private void dies(boolean tables, Supplier<Step> last) throws IOException {
        Path place = folder.resolve(UUID.randomUUID().toString());
        put = 0;
        for (int round = 0; round < ROUNDS; ) {
            try (Instance process = new Instance(place, tables)) {
                boolean goesOn = random.nextBoolean();
                do {
                    process.put();
                    fault = random.nextInt(3) > 0 ? failing(last.get(), random.nextInt(3)) : step -> {};
                    process.deliver();
                    process.put();
                } while (++round < ROUNDS && goesOn);
            }
        }
        fault = step -> {};
        long dropped;
        try (Instance process = new Instance(place, tables)) {
            // A round takes a few segments only.
            for (int rounds = 0; rounds <= put && process.raw.backlog().records() > 0; rounds++) {
                process.transform.once();
            }
            process.flush.once();
            assertThat(process.raw.backlog().records()).isZero();
            assertThat(process.transformed.backlog().records()).isZero();
            dropped = LongStream.range(0, put)
                    .filter(TransformExactlyOnceTest::isDropped)
                    .count();
        }
        List<Long> found = tables ? inTables(place) : inObjects(place);
        found.addAll(inErrors(place));
        assertThat(found)
                .as("of %d, %d dropped", put, dropped)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, put)
                        .filter(number -> !isDropped(number))
                        .boxed()
                        .toList());
    }

    /** Fails after the step has been done {@code more} times. */
    private static Consumer<Step> failing(Step last, int more) {
        int[] left = {more};
        return step -> {
            if (step == last && left[0]-- == 0) {
                throw new Fault();
            }
        };
    }

    private static List<Long> inTables(Path place) throws IOException {
        List<Long> found = new ArrayList<>(WarehouseContents.rows(place));
        for (String database : List.of("one", "two")) {
            Landed.column(place, database, "click_log", "message_id").forEach(id -> found.add(number(id.toString())));
        }
        return found;
    }

    private static List<Long> inObjects(Path place) throws IOException {
        List<Long> found = new ArrayList<>();
        Landed.lines(place.resolve("s3/bucket/data")).forEach(line -> found.add(number(line)));
        return found;
    }

    private static List<Long> inErrors(Path place) throws IOException {
        List<Long> found = new ArrayList<>();
        for (String type : List.of("iceberg-failed", "processing-failed")) {
            Landed.errors(place, "bucket", type).forEach(error -> found.add(number(Landed.raw(error))));
        }
        return found;
    }

    private static boolean isDropped(long number) {
        return number % 7 == 0;
    }

    /** Whatever a record has become, its number is all of its digits. */
    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private ObjectNode answer(TransformCall.Item item) {
        long number = number(item.text());
        if (isDropped(number)) {
            return item.result("Dropped");
        }
        String row = "{\"message_id\":\"%d\"}%n".formatted(number);
        return switch (random.nextInt(7)) {
            case 0 -> item.ok(row, "one", "click_log", "insert");
            case 1 -> item.ok(row, "two", "click_log", "insert");
            case 2 -> item.ok(row, "one", "no_log", "insert");
            case 3 -> item.ok("{\"timestamp\":%d}%n".formatted(number));
            case 4 -> item.result("ProcessingFailed");
            default -> item.ok("{\"sensor_id\":\"s\",\"timestamp\":%d,\"location\":\"x\"}%n".formatted(number));
        };
    }

    /** What one process holds; closing it writes nothing. */
    private final class Instance implements AutoCloseable {

        final Warehouse warehouse;
        final Spool raw;
        final Spool transformed;
        final TransformRound transform;
        final Flush flush;
        final StreamDelivery idle;

        Instance(Path place, boolean tables) throws IOException {
            warehouse = Warehouse.open(place);
            warehouse.createTable(SENSORS, Objects.requireNonNull(KnownTables.schema("sensors")));
            Step.Observer observer = step -> fault.accept(step);
            PositionFile position = new PositionFile(place.resolve("position"));
            transformed = Spool.open(place.resolve("transformed"), position.read());
            raw = Spool.open(place.resolve("spool"), transformed.next());
            flush = new Flush(transformed, delivery(place, tables, observer), position, new DeliveryCounts(), observer);
            idle = new StreamDelivery(
                    "idle", transformed, () -> {}, Long.MAX_VALUE, 900_000, error -> {}, InstantSource.system());
            transform = new TransformRound(raw, transformed, transformer(place), STREAM_ID, 1_000, idle, observer);
        }

        private Delivery delivery(Path place, boolean tables, Step.Observer observer) {
            Path bucket = place.resolve("s3/bucket");
            ErrorOutputPrefix errors = new ErrorOutputPrefix("");
            return tables
                    ? new IcebergDelivery(
                            warehouse,
                            new IcebergDelivery.Target("s", STREAM_ID, SENSORS, bucket, errors, id -> true, ARN),
                            InstantSource.system(),
                            observer)
                    : new ObjectDelivery(
                            new ObjectDelivery.Target(
                                    "s",
                                    STREAM_ID,
                                    bucket,
                                    new ObjectFormat(new ObjectPrefix("data/"), Compression.GZIP, ""),
                                    errors,
                                    ARN),
                            InstantSource.system(),
                            observer);
        }

        private Transformer transformer(Path place) {
            ScriptedFunction function = new ScriptedFunction(call -> call.each(TransformExactlyOnceTest.this::answer));
            FunctionDefinition definition =
                    new FunctionDefinition("f", endpoint -> function, FunctionDefinition.DEFAULT_TIMEOUT);
            return new Transformer(
                    new Functions(List.of(definition), URI.create("http://localhost"), place),
                    new TransformDefinition(ARN, 0, TransformBuffering.LOCAL_DEFAULT),
                    "arn:aws:firehose:us-east-1:000000000000:deliverystream/s",
                    "us-east-1",
                    new TransformCounts(),
                    InstantSource.system());
        }

        /** Up to three requests; batches of the transform are smaller than some and larger than others. */
        void put() throws IOException {
            for (int requests = random.nextInt(4); requests > 0; requests--) {
                Frame frame = new Frame();
                for (int records = 1 + random.nextInt(60); records > 0; records--) {
                    frame.beginRecord();
                    byte[] data = "record-%020d".formatted(put++).getBytes(StandardCharsets.UTF_8);
                    frame.write(data, 0, data.length);
                    frame.endRecord();
                }
                raw.append(frame, 1_000L * put);
            }
        }

        void deliver() throws IOException {
            try {
                transform.once();
                flush.once();
            } catch (Fault e) {
                // The process dies here, or tries again later.
            }
        }

        @Override
        public void close() throws IOException {
            idle.close();
            raw.close();
            transformed.close();
            warehouse.close();
        }
    }
}
