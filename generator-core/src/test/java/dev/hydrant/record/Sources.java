package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;

/** What is true of every {@link RecordSource}, checked at one record each five milliseconds. */
public final class Sources {

    /** Event time by index: 200 a second from 2023-11-14T22:13:20Z. */
    public static final LongUnaryOperator EVENT_TIME = index -> 1_700_000_000_000_000_000L + index * 5_000_000;

    private Sources() {}

    /** Records {@code first} to {@code first + count - 1}, one after the other. */
    public static String text(RecordSource source, long first, int count) {
        RecordBuffer buffer = new RecordBuffer(1);
        for (long index = first; index < first + count; index++) {
            source.write(index, EVENT_TIME.applyAsLong(index), buffer);
        }
        return new String(buffer.bytes(), 0, buffer.length(), UTF_8);
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Each record alone, and in shards, is what it is among its neighbours. */
    public static void assertRandomAccess(RecordSource source, long first, int count) {
        String[] whole = text(source, first, count).split("(?<=\n)", -1);
        String[] single = new String[whole.length];
        Arrays.fill(single, "");
        for (int shard = 6; shard >= 0; shard--) {
            for (int i = count - 1 - shard; i >= 0; i -= 7) {
                single[i] = text(source, first + i, 1);
            }
        }
        assertThat(single).isEqualTo(whole);
    }

    public static void assertThreadsShareIt(RecordSource source) {
        String expected = text(source, 0, 5_000);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            all.add(CompletableFuture.supplyAsync(() -> text(source, 0, 5_000)));
        }
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(expected));
    }

    public static void assertNothingIsAllocated(RecordSource source) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemorySupported()).isTrue();
        RecordBuffer buffer = new RecordBuffer(1 << 20);
        fill(source, buffer, 30_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        fill(source, buffer, 300_000);
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        // The JVM itself may take a little while it compiles.
        assertThat(after - before).isLessThan(10_000);
    }

    private static void fill(RecordSource source, RecordBuffer buffer, int count) {
        for (int index = 0; index < count; index++) {
            if (index % 250 == 0) {
                buffer.clear();
            }
            source.write(index, EVENT_TIME.applyAsLong(index), buffer);
        }
    }
}
