package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed under load, again and again, has every acknowledged record in the table once. */
final class KilledServerTest {

    private static final int SENDERS = 3;

    @TempDir
    Path folder;

    @Test
    void threeKills() throws Exception {
        survives(3, 20_261_121);
    }

    @Test
    @Tag("slow")
    void twentyKills() throws Exception {
        survives(20, 20_261_122);
    }

    private void survives(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Set<Long> acknowledged = new HashSet<>();
        Set<Long> sent = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            Process server = start();
            try (BufferedReader out = server.inputReader()) {
                URI endpoint = URI.create(out.readLine());
                try (Senders senders = new Senders(endpoint, SENDERS, 1_000_000_000L * kill)) {
                    senders.start();
                    // Not a wait for anything: the moment of death is what is tested.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(2_000)));
                    server.destroyForcibly().waitFor();
                    senders.join();
                    acknowledged.addAll(senders.acknowledged());
                    sent.addAll(senders.sent());
                }
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
        deliverTheRest();

        List<Long> rows = WarehouseContents.rows(folder);
        Set<Long> distinct = new HashSet<>(rows);
        assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(500);
        assertThat(distinct).as("seed %d: nothing twice", seed).hasSameSizeAs(rows);
        assertThat(without(acknowledged, distinct)).as("seed %d: lost", seed).isEmpty();
        assertThat(without(distinct, sent)).as("seed %d: invented", seed).isEmpty();
        System.out.printf(
                "%d kills, seed %d: %,d records acknowledged, %,d in the table, each once%n",
                kills, seed, acknowledged.size(), rows.size());
    }

    /** {@code all} without {@code taken}; AssertJ's own comparisons of sets take a square of their sizes. */
    static Set<Long> without(Set<Long> all, Set<Long> taken) {
        Set<Long> left = new HashSet<>(all);
        left.removeAll(taken);
        return left;
    }

    private void deliverTheRest() throws Exception {
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(folder).withPort(0);
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            firehose.flush(settings.streamName(), Duration.ofSeconds(60));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        folder.toString(),
                        "0",
                        // Flush without a pause, so that the kill finds every step under way.
                        "1",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
