package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Second;
import dev.hydrant.clock.RunClock;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.measure.Stage;
import dev.hydrant.measure.StageMeter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a stretch some twenty times a second: at the backlog, and at the rows that have landed. Once a second, or once in every few of a
 * stretch longer than an hour, it takes down what has happened since.
 */
final class Sampler {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(50);
    /** Steps through 0 to 1 without a period of its own, so that looks do not fall into step with batches that leave regularly. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    /** More points than a chart shows, few enough for any heap. */
    private static final long MOST_INTERVALS = 3_600;

    private final RunClock clock;
    private final long epochMillis;
    private final LoadProfile profile;
    private final long planned;
    private final StageMeter meter;
    private final Subject subject;
    private final HistogramLog log;
    private final Consumer<Second> watcher;
    private final ProcessUse use;
    private final long interval;
    private final long settledBefore;
    private final long rowsBefore;
    private final Backlog backlog = new Backlog();
    private final List<Second> seconds = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "sampler");
    private StageMeter.Counts last;
    private long lastAt;
    private long from;
    private double lastCpu;
    private double lastGcMillis;
    private long settled;
    private long heapPeak;
    private double machineLoad;
    private int loads;
    private double dither;
    private volatile boolean ended;

    /** Begins at once. */
    Sampler(
            RunClock clock,
            long epochMillis,
            LoadProfile profile,
            long planned,
            StageMeter meter,
            Subject subject,
            HistogramLog log,
            Consumer<Second> watcher,
            ProcessUse use) {
        this.clock = clock;
        this.epochMillis = epochMillis;
        this.profile = profile;
        this.planned = planned;
        this.meter = meter;
        this.subject = subject;
        this.log = log;
        this.watcher = watcher;
        this.use = use;
        long wholeSeconds = profile.length() / TimeUnit.SECONDS.toNanos(1);
        this.interval = TimeUnit.SECONDS.toNanos(Math.max(1, (wholeSeconds + MOST_INTERVALS - 1) / MOST_INTERVALS));
        this.settledBefore = subject.settled();
        this.rowsBefore = subject.rows();
        this.last = meter.counts();
        thread.setDaemon(true);
        thread.start();
    }

    /** The last look; what it saw is whole then. */
    void end() throws InterruptedException {
        ended = true;
        thread.interrupt();
        thread.join();
    }

    List<Second> seconds() {
        return seconds;
    }

    Backlog backlog() {
        return backlog;
    }

    long heapPeak() {
        return heapPeak;
    }

    /** Mean share of the machine's processors that was busy, 0 to 1. */
    double machineLoad() {
        return loads == 0 ? 0 : machineLoad / loads;
    }

    private void watch() {
        long next = interval;
        while (!ended) {
            dither = (dither + GOLDEN) % 1;
            clock.park(Math.min((long) (PERIOD * (0.5 + dither)), next - clock.elapsed()));
            look();
            if (clock.elapsed() >= next) {
                long grid = clock.elapsed() / interval * interval;
                takeDown(grid);
                next = grid + interval;
            }
        }
        look();
        takeDown(clock.elapsed());
    }

    private void look() {
        long now = clock.elapsed();
        if (now <= profile.length()) {
            backlog.add(waiting(now));
        }
        heapPeak = Math.max(heapPeak, ProcessUse.heapBytes());
        if (subject.seesRows()) {
            long seen = subject.settled() - settledBefore;
            if (seen > settled) {
                meter.visible(seen - settled, now);
                settled = seen;
            }
        }
    }

    private long waiting(long now) {
        StageMeter.Counts counts = meter.counts();
        return Math.max(0, due(now) - counts.generated() - counts.dropped()) + counts.open();
    }

    private long due(long now) {
        return Math.min(planned, profile.count(now));
    }

    /** @param to the end of the interval: on the grid, a moment ago, so that what was due in it is not mistaken for late */
    private void takeDown(long to) {
        long now = clock.elapsed();
        StageMeter.Counts counts = meter.counts();
        Map<Stage, Histogram> stages = new EnumMap<>(Stage.class);
        meter.stages().forEach((stage, times) -> {
            Histogram taken = times.interval();
            stages.put(stage, taken);
            log.add(stage, taken, epochMillis + lastAt / 1_000_000, epochMillis + now / 1_000_000);
        });
        double cpu = use.cpuSeconds();
        double gcMillis = use.gcMillis();
        double lasted = Math.max(1, now - lastAt) / 1e9;
        machineLoad += use.machineLoad();
        loads++;
        Second second = new Second(
                (int) (from / TimeUnit.SECONDS.toNanos(1)),
                (due(to) - due(from)) / (interval / 1e9),
                aSecond(counts.generated() - last.generated()),
                aSecond(counts.acknowledged() - last.acknowledged()),
                at(stages.get(Stage.DUE_TO_ACKNOWLEDGED), 50),
                at(stages.get(Stage.DUE_TO_ACKNOWLEDGED), 90),
                at(stages.get(Stage.DUE_TO_ACKNOWLEDGED), 99),
                at(stages.get(Stage.DUE_TO_ACKNOWLEDGED), 100),
                at(stages.get(Stage.SENT_TO_ACKNOWLEDGED), 50),
                at(stages.get(Stage.SENT_TO_ACKNOWLEDGED), 99),
                at(stages.get(Stage.DUE_TO_MADE), 99),
                aSecond(counts.bytes() - last.bytes()),
                aSecond(counts.retries() - last.retries()),
                aSecond(counts.throttles() - last.throttles()),
                waiting(now),
                subject.seesRows() ? Long.valueOf(subject.rows() - rowsBefore) : null,
                subject.seesRows() ? Double.valueOf(meter.freshness(now) / 1e9) : null,
                (cpu - lastCpu) / lasted,
                (gcMillis - lastGcMillis) / (interval / 1e9),
                ProcessUse.heapBytes());
        last = counts;
        lastAt = now;
        from = to;
        lastCpu = cpu;
        lastGcMillis = gcMillis;
        seconds.add(second);
        watcher.accept(second);
    }

    /** What was counted in an interval of several seconds is told as the mean of one. */
    private long aSecond(long counted) {
        return Math.round(counted / (interval / 1e9));
    }

    private static @Nullable Double at(@Nullable Histogram nanos, double percentile) {
        return nanos == null || nanos.getTotalCount() == 0 ? null : Distribution.at(nanos, percentile);
    }
}
