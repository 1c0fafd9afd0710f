package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.iceberg.WarehouseException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalFirehoseTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void recordsLeftInTheSpoolAreDeliveredByTheNextStart() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(never())) {
            put(firehose, 0, 10);
        }
        try (LocalFirehose firehose = LocalFirehose.start(never())) {
            assertThat(firehose.metrics("sensors").backlogRecords()).isEqualTo(10);
            put(firehose, 10, 20);
            firehose.flush("sensors", SOON);
            assertThat(firehose.metrics("sensors").backlogRecords()).isZero();
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 20));
    }

    @Test
    void theBufferingIntervalAloneDelivers() throws Exception {
        CompletableFuture<Step> delivered = new CompletableFuture<>();
        try (LocalFirehose firehose = start(never().withBuffering(128, 1), delivered)) {
            put(firehose, 0, 10);
            delivered.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(WarehouseContents.rows(folder)).hasSize(10);
    }

    @Test
    void theBufferingSizeAloneDelivers() throws Exception {
        CompletableFuture<Step> delivered = new CompletableFuture<>();
        try (LocalFirehose firehose = start(never().withBuffering(1, 900), delivered)) {
            String padding = "x".repeat(1_000_000);
            RawClient client = new RawClient(firehose.endpoint());
            for (int i = 0; i < 2; i++) {
                String record = "{\"sensor_id\":\"%s\",\"timestamp\":%d}".formatted(padding, i);
                client.call("PutRecordBatch", RawClient.batch("sensors", List.of(RawClient.utf8(record))));
            }
            delivered.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void hintsOfTheNewestStartCount() throws Exception {
        CompletableFuture<Step> delivered = new CompletableFuture<>();
        try (LocalFirehose firehose = LocalFirehose.start(never())) {
            put(firehose, 0, 10);
        }
        try (LocalFirehose firehose = start(never().withBuffering(128, 1), delivered)) {
            delivered.get(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(firehose.metrics("sensors").successfulRowCount()).isEqualTo(10);
        }
        assertThat(WarehouseContents.rows(folder)).hasSize(10);
    }

    @Test
    void whatStandsInTheWayOfDeliveryIsSaidAndOvercome() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Step.Observer observer = step -> {
            if (broken.get() && step == Step.ROWS_WRITTEN) {
                throw new IllegalStateException("No space left on device");
            }
        };
        try (LocalFirehose firehose = LocalFirehose.start(never(), InstantSource.system(), observer)) {
            put(firehose, 0, 10);

            assertThatThrownBy(() -> firehose.flush("sensors", Duration.ofMillis(300)))
                    .isInstanceOf(UndeliveredException.class)
                    .hasMessage("stream sensors: 10 records are still in the spool: No space left on device");
            assertThat(firehose.metrics("sensors").lastError()).contains("No space left on device");

            broken.set(false);
            firehose.flush("sensors", SOON);
            assertThat(firehose.metrics("sensors").lastError()).isEmpty();
        }
        assertThat(WarehouseContents.rows(folder)).containsExactlyInAnyOrderElementsOf(numbers(0, 10));
    }

    @Test
    void aStreamThatDoesNotExistIsNamedWithThoseThatDo() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(never().withStreamName("mine"))) {
            assertThatThrownBy(() -> firehose.metrics("sensors"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("stream 'sensors' does not exist: allowed are [mine]");
        }
    }

    @Test
    void aPortInUseIsNamedAndTheWarehouseIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalFirehose.start(never().withPort(port)))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("port " + port + " on 127.0.0.1 cannot be used");
        }
        LocalFirehose.start(never()).close();
    }

    @Test
    void aHostThatIsNotOursIsNamed() {
        assertThatThrownBy(() -> LocalFirehose.start(never().withHost("no.such.host.invalid")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("host 'no.such.host.invalid'");
    }

    @Test
    void aWarehouseInUseNamesWhoUsesIt() throws Exception {
        try (LocalFirehose first = LocalFirehose.start(never())) {
            assertThatThrownBy(() -> LocalFirehose.start(never()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining(first.endpoint().toString());
        }
        LocalFirehose.start(never()).close();
    }

    @Test
    void aWarehouseThatIsNoFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(
                        () -> LocalFirehose.start(LocalFirehoseSettings.of(file).withPort(0)))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("warehouse " + file + " is a file: allowed is a folder");
        assertThatThrownBy(() -> LocalFirehose.start(
                        LocalFirehoseSettings.of(file.resolve("below")).withPort(0)))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder);
        assertThatThrownBy(() -> settings.withPort(65_536))
                .hasMessage("port 65536: allowed 0 to 65535, 0 takes a free one");
        assertThatThrownBy(() -> settings.withBuffering(0, 10)).hasMessage("buffering size 0 MiB: allowed 1 to 128");
        assertThatThrownBy(() -> settings.withBuffering(5, 901))
                .hasMessage("buffering interval 901 s: allowed 0 to 900");
        assertThatThrownBy(() -> settings.withStreamName("a b")).hasMessageContaining("stream 'a b'");
    }

    /** Delivers only when asked. */
    private LocalFirehoseSettings never() {
        return LocalFirehoseSettings.of(folder).withPort(0).withBuffering(128, 900);
    }

    private static LocalFirehose start(LocalFirehoseSettings settings, CompletableFuture<Step> delivered)
            throws IOException {
        return LocalFirehose.start(settings, InstantSource.system(), step -> {
            if (step == Step.SEGMENTS_DELETED) {
                delivered.complete(step);
            }
        });
    }

    private static void put(LocalFirehose firehose, long from, long to) throws Exception {
        List<byte[]> records = numbers(from, to).stream()
                .map(number -> RawClient.utf8(WarehouseContents.fitting(number)))
                .toList();
        RawClient.Answer answer =
                new RawClient(firehose.endpoint()).call("PutRecordBatch", RawClient.batch("sensors", records));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
