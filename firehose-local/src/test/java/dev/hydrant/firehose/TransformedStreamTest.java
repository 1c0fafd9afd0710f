package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of streams with a transform: starts, stops, changes, and functions that are not there. */
final class TransformedStreamTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final StreamSettings STREAM = StreamSettings.toRoutedTables("t", "iot", "sensors", "f");

    @TempDir
    Path folder;

    @Test
    void bothBufferingIntervalsAloneDeliver() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(settings(new ScriptedFunction(TransformCall::unchanged))
                .withStream(STREAM.withBuffering(128, 1).withTransformBuffering(3, 1)))) {
            put(firehose, 0, 10);
            for (long end = System.nanoTime() + SOON.toNanos();
                    firehose.metrics("t").backlogRecords() > 0 && System.nanoTime() < end; ) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(firehose.metrics("t").successfulRowCount()).isEqualTo(10);
        }
    }

    @Test
    void theFactoryIsCalledOnceWhenFirstNeededWithTheEndpoint() throws Exception {
        ScriptedFunction function = new ScriptedFunction(TransformCall::unchanged);
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<URI> given = new CompletableFuture<>();
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction("f", endpoint -> {
                    made.incrementAndGet();
                    given.complete(endpoint);
                    return function;
                })
                .withStream(STREAM);
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            firehose.flush("t", SOON);
            assertThat(made).hasValue(0);
            for (int i = 0; i < 3; i++) {
                put(firehose, i, i + 1);
                firehose.flush("t", SOON);
            }
            assertThat(made).hasValue(1);
            assertThat(given).isCompletedWithValue(firehose.endpoint());
            assertThat(function.calls()).hasSize(3);
        }
    }

    @Test
    void aTimeOutGetsANewInstanceAsOnLambda() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction(
                        "f",
                        endpoint -> made.incrementAndGet() == 1
                                ? (in, out, context) -> uninterruptibly(never)
                                : new ScriptedFunction(TransformCall::unchanged),
                        Duration.ofSeconds(1))
                .withStream(STREAM);
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            put(firehose, 0, 5);
            firehose.flush("t", SOON);
            assertThat(firehose.metrics("t").successfulRowCount()).isEqualTo(5);
            assertThat(firehose.metrics("t").transform().failedInvocations()).isEqualTo(1);
        } finally {
            never.countDown();
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void whatAFunctionPutsBackBelongsToTheFlush() throws Exception {
        CompletableFuture<RawClient> client = new CompletableFuture<>();
        Set<String> seen = new HashSet<>();
        // Every record goes back twice before it is let through.
        ScriptedFunction function = new ScriptedFunction(call -> {
            List<byte[]> back = call.items().stream()
                    .map(TransformCall.Item::text)
                    .filter(text -> seen.add(text) || seen.add(text + "again"))
                    .map(RawClient::utf8)
                    .toList();
            if (back.isEmpty()) {
                return call.unchanged();
            }
            assertThat(client.join()
                            .call("PutRecordBatch", RawClient.batch("t", back))
                            .status())
                    .isEqualTo(200);
            return call.each(item -> item.result("Dropped"));
        });
        try (LocalFirehose firehose = LocalFirehose.start(
                settings(function).withStream(STREAM.withBuffering(128, 900).withTransformBuffering(3, 900)))) {
            client.complete(new RawClient(firehose.endpoint()));
            put(firehose, 0, 50);
            firehose.flush("t", SOON);

            StreamMetrics metrics = firehose.metrics("t");
            assertThat(metrics.successfulRowCount()).isEqualTo(50);
            assertThat(metrics.droppedRecords()).isEqualTo(100);
            assertThat(metrics.incomingRecords()).isEqualTo(150);
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 50));
    }

    @Test
    void closingGivesUpASlowFunctionAndTheNextStartTransformsItsRecords() throws Exception {
        CountDownLatch invoked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ScriptedFunction slow = new ScriptedFunction(call -> {
            invoked.countDown();
            never.await();
            return "";
        });
        LocalFirehose firehose = LocalFirehose.start(settings(slow).withStream(STREAM.withTransformBuffering(3, 0)));
        put(firehose, 0, 10);
        assertThat(invoked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        firehose.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));

        try (LocalFirehose next = LocalFirehose.start(
                settings(new ScriptedFunction(TransformCall::unchanged)).withStream(STREAM))) {
            next.flush("t", SOON);
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 10));
    }

    @Test
    void aStreamWhoseFunctionIsNotRegisteredAcceptsAndWaitsForIt() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(
                settings(new ScriptedFunction(TransformCall::unchanged)).withStream(STREAM))) {
            put(firehose, 0, 5);
        }
        try (LocalFirehose firehose =
                LocalFirehose.start(LocalFirehoseSettings.of(folder).withPort(0))) {
            put(firehose, 5, 10);
            assertThatThrownBy(() -> firehose.flush("t", Duration.ofMillis(500)))
                    .isInstanceOf(UndeliveredException.class)
                    .hasMessageContaining("function 'f' is not registered: registered are []");
            assertThat(firehose.metrics("t").backlogRecords()).isPositive();
        }
        try (LocalFirehose firehose = LocalFirehose.start(
                settings(new ScriptedFunction(TransformCall::unchanged)).withStream(STREAM))) {
            firehose.flush("t", SOON);
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 10));
    }

    @Test
    void aStreamThatGetsOrLosesItsTransformKeepsItsRecords() throws Exception {
        LocalFirehoseSettings settings =
                settings(new ScriptedFunction(call -> call.each(item -> item.ok(item.text(), "iot", "sensors", ""))));
        StreamSettings plain = StreamSettings.toTable("t", "iot", "sensors");
        List<StreamSettings> lives =
                List.of(plain, STREAM, plain, STREAM.withTransformBuffering(0.2, 0), STREAM, plain);
        for (int life = 0; life < lives.size(); life++) {
            // Records are left in the spools each time.
            try (LocalFirehose firehose =
                    LocalFirehose.start(settings.withStream(lives.get(life).withBuffering(128, 900)))) {
                put(firehose, 10L * life, 10L * life + 10);
            }
        }
        try (LocalFirehose firehose = LocalFirehose.start(settings.withStream(STREAM))) {
            firehose.flush("t", SOON);
            assertThat(firehose.metrics("t").backlogRecords()).isZero();
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 60));
    }

    @Test
    @Tag("slow")
    void aStreamIsNotChangedWhileItsRecordsCannotBeDelivered() throws Exception {
        LocalFirehoseSettings settings = settings(new ScriptedFunction(TransformCall::unchanged));
        try (LocalFirehose firehose = LocalFirehose.start(settings.withStream(STREAM))) {
            put(firehose, 0, 5);
        }
        LocalFirehoseSettings without =
                LocalFirehoseSettings.of(folder).withPort(0).withStream(StreamSettings.toFolder("t", "lake", "", null));
        assertThatThrownBy(() -> LocalFirehose.start(without).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("5 records of it cannot be delivered")
                .hasMessageContaining("function 'f' is not registered");
    }

    @Test
    void deletingDeliversThroughTheTransformFirst() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(
                settings(new ScriptedFunction(TransformCall::unchanged)).withStream(STREAM.withBuffering(128, 900)))) {
            put(firehose, 0, 20);
            RawClient client = new RawClient(firehose.endpoint());
            assertThat(client.call("DeleteDeliveryStream", "{\"DeliveryStreamName\":\"t\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(WarehouseContents.rows(folder)).hasSize(20);
    }

    @Test
    void wrongSettingsAreRefusedByName() {
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder);
        ScriptedFunction function = new ScriptedFunction(TransformCall::unchanged);

        assertThatThrownBy(() -> settings.withFunction("a b", endpoint -> function))
                .hasMessageContaining("function 'a b': allowed are");
        assertThatThrownBy(() -> settings.withFunction("f", endpoint -> function, Duration.ofSeconds(301)))
                .hasMessageContaining("time-out PT5M1S: allowed are 1 ms to 300 s");
        assertThatThrownBy(() -> settings.withStream(StreamSettings.toTable("sensors", "a", "sensors")))
                .hasMessageContaining("there are two of that name");
        assertThatThrownBy(() -> STREAM.withTransformBuffering(0.1, 1))
                .hasMessageContaining("0.1 MB: allowed 0.2 to 3.0");
        assertThatThrownBy(() -> STREAM.withTransformBuffering(1, 901)).hasMessageContaining("901 s: allowed 0 to 900");
        assertThatThrownBy(() -> STREAM.withRetries(301)).hasMessageContaining("retries 301: allowed 0 to 300");
        assertThatThrownBy(STREAM::withGzip).hasMessageContaining("delivers into tables");
        assertThatThrownBy(() -> StreamSettings.toFolder("t", "..", "", null)).hasMessageContaining("bucket '..'");
        assertThatThrownBy(() -> StreamSettings.toFolder("t", "b", "!{now}", null))
                .hasMessageContaining("!{now}");
        assertThatThrownBy(() -> LocalFirehose.start(settings.withPort(0).withStream(STREAM)))
                .hasMessageContaining("function 'f' is not registered: registered are []");
    }

    private LocalFirehoseSettings settings(ScriptedFunction function) {
        return LocalFirehoseSettings.of(folder).withPort(0).withFunction("f", endpoint -> function);
    }

    private static void put(LocalFirehose firehose, long from, long to) throws Exception {
        List<byte[]> records = LongStream.range(from, to)
                .mapToObj(number -> RawClient.utf8(WarehouseContents.fitting(number)))
                .toList();
        assertThat(new RawClient(firehose.endpoint())
                        .call("PutRecordBatch", RawClient.batch("t", records))
                        .status())
                .isEqualTo(200);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        for (boolean done = false; !done; ) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // A function that does not end when it is told to.
            }
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
