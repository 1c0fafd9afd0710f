package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with transforms that is killed under load, again and again, takes every acknowledged record to exactly one place. */
final class KilledTransformTest {

    private static final int SENDERS = 2;
    private static final Pattern NUMBER = Pattern.compile("\"(?:timestamp|message_id)\":\"?(\\d+)");

    @TempDir
    Path folder;

    @Test
    void twoKills() throws Exception {
        survives(2, 20_261_123);
    }

    @Test
    @Tag("slow")
    void fifteenKills() throws Exception {
        survives(15, 20_261_124);
    }

    private void survives(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, Set<Long>> acknowledged = new TreeMap<>();
        Map<String, Set<Long>> sent = new TreeMap<>();
        for (int kill = 0; kill < kills; kill++) {
            Process server = start();
            try (BufferedReader out = server.inputReader()) {
                URI endpoint = URI.create(out.readLine());
                long first = 1_000_000_000L * (kill + 1);
                try (Senders tables = new Senders(endpoint, TransformServerProcess.TABLES, SENDERS, first);
                        Senders objects = new Senders(endpoint, TransformServerProcess.OBJECTS, SENDERS, first)) {
                    tables.start();
                    objects.start();
                    // Not a wait for anything: the moment of death is what is tested.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(2_000)));
                    server.destroyForcibly().waitFor();
                    tables.join();
                    objects.join();
                    collect(TransformServerProcess.TABLES, tables, acknowledged, sent);
                    collect(TransformServerProcess.OBJECTS, objects, acknowledged, sent);
                }
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
        deliverTheRest();

        for (String stream : List.of(TransformServerProcess.TABLES, TransformServerProcess.OBJECTS)) {
            List<Long> found = stream.equals(TransformServerProcess.TABLES) ? inTables() : inObjects();
            Set<Long> taken = acknowledged.getOrDefault(stream, Set.of());
            Set<Long> expected = new HashSet<>(taken);
            expected.removeIf(TransformServerProcess::isDropped);
            Set<Long> distinct = new HashSet<>(found);
            assertThat(expected).as("%s, seed %d", stream, seed).hasSizeGreaterThan(200);
            assertThat(distinct).as("%s, seed %d: nothing twice", stream, seed).hasSameSizeAs(found);
            assertThat(KilledServerTest.without(expected, distinct))
                    .as("%s, seed %d: lost", stream, seed)
                    .isEmpty();
            assertThat(KilledServerTest.without(distinct, sent.getOrDefault(stream, Set.of())))
                    .as("%s, seed %d: invented", stream, seed)
                    .isEmpty();
            assertThat(distinct).noneMatch(TransformServerProcess::isDropped);
            System.out.printf(
                    "%d kills with a transform, seed %d: %s: %,d records acknowledged, %,d of them to be dropped; %,d found, each once%n",
                    kills, seed, stream, taken.size(), taken.size() - expected.size(), found.size());
        }
    }

    private static void collect(
            String stream, Senders senders, Map<String, Set<Long>> acknowledged, Map<String, Set<Long>> sent) {
        acknowledged.computeIfAbsent(stream, name -> new HashSet<>()).addAll(senders.acknowledged());
        sent.computeIfAbsent(stream, name -> new HashSet<>()).addAll(senders.sent());
    }

    private List<Long> inTables() throws IOException {
        List<Long> found = new ArrayList<>(WarehouseContents.rows(folder));
        for (Object id : Landed.column(folder, "one", "click_log", "message_id")) {
            found.add(Long.valueOf(id.toString()));
        }
        for (Object id : Landed.column(folder, "two", "open_log", "message_id")) {
            found.add(Long.valueOf(id.toString()));
        }
        found.addAll(inErrors("firehose-errors", "iceberg-failed"));
        found.addAll(inErrors("firehose-errors", "processing-failed"));
        return found;
    }

    private List<Long> inObjects() throws IOException {
        List<Long> found = new ArrayList<>();
        Landed.lines(folder.resolve("s3/lake/data")).forEach(line -> found.add(number(line)));
        found.addAll(inErrors("lake", "processing-failed"));
        return found;
    }

    private List<Long> inErrors(String bucket, String type) throws IOException {
        return Landed.errors(folder, bucket, type).stream()
                .map(error -> number(Landed.raw(error)))
                .toList();
    }

    /** The number in a record of {@link WarehouseContents#fitting} or in what a transform made of it. */
    static long number(String record) {
        Matcher matcher = NUMBER.matcher(record);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no number in " + record);
        }
        return Long.parseLong(matcher.group(1));
    }

    private void deliverTheRest() throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(TransformServerProcess.settings(folder))) {
            firehose.flush(TransformServerProcess.TABLES, Duration.ofSeconds(60));
            firehose.flush(TransformServerProcess.OBJECTS, Duration.ofSeconds(60));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TransformServerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
