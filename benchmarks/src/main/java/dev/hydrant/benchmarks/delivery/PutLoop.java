package dev.hydrant.benchmarks.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Threads that put the same batch over and over, for as long as each line of standard input says. */
final class PutLoop {

    /** Puts one batch. */
    interface Put {
        void once() throws Exception;
    }

    private PutLoop() {}

    /**
     * Prints, for each line of standard input that gives a number of seconds, records a second and the process's own
     * microseconds of CPU a batch.
     *
     * @param puts one for each thread
     */
    static void serve(List<Put> puts, int records) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(puts.size());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            double seconds = Double.parseDouble(line);
            LongAdder batches = new LongAdder();
            long cpu = cpuNanos();
            double rate = puts.stream()
                    .map(put -> CompletableFuture.supplyAsync(() -> rate(put, seconds, batches), pool))
                    .toList()
                    .stream()
                    .mapToDouble(CompletableFuture::join)
                    .sum();
            System.out.println(rate * records + " " + (cpuNanos() - cpu) / 1e3 / batches.sum());
        }
        pool.shutdown();
    }

    private static double rate(Put put, double seconds, LongAdder batches) {
        long sent = 0;
        long start = System.nanoTime();
        long elapsed = 0;
        while (elapsed < seconds * 1e9) {
            try {
                put.once();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
            sent++;
            elapsed = System.nanoTime() - start;
        }
        batches.add(sent);
        return sent * 1e9 / elapsed;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
