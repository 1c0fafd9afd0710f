package dev.hydrant.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.hydrant.cli.Version;
import dev.hydrant.cli.report.RunEnvironment;
import dev.hydrant.cli.report.TimerNoise;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Where a benchmark runs. */
final class Machine {

    private static final long MILLI = 1_000_000;
    private static final int NAPS = 300;

    private Machine() {}

    /** Takes about half a second: it watches how late the machine wakes a thread. */
    static RunEnvironment describe() {
        return new RunEnvironment(
                Version.number(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                timerNoise());
    }

    private static @Nullable String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    private static TimerNoise timerNoise() {
        Histogram late = new Histogram(3);
        for (int nap = 0; nap < NAPS; nap++) {
            long until = System.nanoTime() + MILLI;
            for (long left = MILLI; left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            late.recordValue(System.nanoTime() - until);
        }
        return new TimerNoise(Distribution.at(late, 50), Distribution.at(late, 99), Distribution.at(late, 100));
    }
}
