package dev.hydrant.cli.bench;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.report.ClientUse;
import dev.hydrant.cli.report.RecordAccount;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.Second;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import dev.hydrant.clock.RunClock;
import dev.hydrant.clock.SystemRunClock;
import dev.hydrant.delivery.DeadLetters;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.measure.RunListener;
import dev.hydrant.measure.RunMeter;
import dev.hydrant.measure.Stage;
import dev.hydrant.measure.StageMeter;
import dev.hydrant.measure.StageTimes;
import dev.hydrant.run.LoadRun;
import dev.hydrant.run.RunPlan;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One load, from its first record to the last that is settled and, where that is seen, has landed. */
final class Stretch {

    /** A benchmark's records are worth nothing: those given up are counted, not kept. */
    private static final DeadLetters FORGOTTEN = new DeadLetters() {
        @Override
        public void add(RecordBatch batch, String code, String message, int attempts) {}

        @Override
        public void close() {}
    };

    /** Part by which a rate may change and still counts as the same. */
    private static final double STEADY = 0.002;

    private final Subject subject;
    private final BenchSettings settings;
    private final HistogramLog log;
    private final Consumer<Second> watcher;
    private @Nullable LoadRun run;
    private @Nullable Delivery delivery;
    private boolean stopped;

    /** @param watcher told of every second, for the curious */
    Stretch(Subject subject, BenchSettings settings, HistogramLog log, Consumer<Second> watcher) {
        this.subject = subject;
        this.settings = settings;
        this.log = log;
        this.watcher = watcher;
    }

    /** Runs it to its end. */
    Measured measure(RunPlan plan, Instant begun) throws InterruptedException {
        return measure(plan, begun, new SystemRunClock());
    }

    /** Runs it to its end by a clock that has just been started. */
    Measured measure(RunPlan plan, Instant begun, RunClock clock) throws InterruptedException {
        StageMeter meter = new StageMeter(settings.tolerance(), subject.seesRows());
        RunMeter run = new RunMeter(meter);
        long planned = plan.to() - plan.from();
        Landing before = subject.landing();
        try (ProcessUse use = new ProcessUse();
                Delivery delivered = new Delivery(
                        subject.destination(), settings.inFlight(), settings.retry(), FORGOTTEN, run, clock)) {
            LoadRun loading = begin(plan, clock, delivered, run);
            Sampler sampler = new Sampler(
                    clock, begun.toEpochMilli(), plan.profile(), planned, meter, subject, log, watcher, use);
            double seconds;
            double cpu;
            try {
                loading.run();
                seconds = clock.elapsed() / 1e9;
                cpu = use.cpuSeconds();
                delivered.drain(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                subject.settle();
            } finally {
                sampler.end();
            }
            return new Measured(
                    repetition(begun, plan, seconds, meter, sampler, use),
                    isSteady(plan) ? sampler.backlog().growth(planned / seconds, seconds) : 0,
                    loading.heldBack() / 1e9 / seconds,
                    loading.heldBackMost() / 1e9,
                    cpu / seconds / Runtime.getRuntime().availableProcessors(),
                    sampler.machineLoad(),
                    Landings.missing(before, subject.landing(), meter.counts().acknowledged()),
                    delivered.hopeless(),
                    isStopped());
        }
    }

    /**
     * Runs it unmeasured, until the stream refuses records: then it has no room left that it had saved up before. What it refused is
     * given up, for while that waits to be sent again the stream would save up anew.
     */
    void spend(RunPlan plan) throws InterruptedException {
        RunClock clock = new SystemRunClock();
        Refusals refusals = new Refusals(this::stop);
        try (Delivery delivered = new Delivery(
                subject.destination(), settings.inFlight(), settings.retry(), FORGOTTEN, refusals, clock)) {
            begin(plan, clock, delivered, refusals).run();
            // Rows of records that were given up could still come, and be taken for those of the next stretch.
            if (refusals.haveCome() && !subject.seesRows()) {
                delivered.abort();
            } else {
                delivered.drain(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                subject.settle();
            }
        }
    }

    /** From another thread: makes no further record; those made are still delivered. */
    synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.stop();
        }
    }

    /** From another thread, after {@link #stop}: does not wait for what is under way either. */
    synchronized void leave() throws InterruptedException {
        if (delivery != null) {
            delivery.abort();
        }
    }

    /** Whether as much is asked for in the last quarter as in the second: else a backlog grows with the load, and nothing is wrong. */
    private static boolean isSteady(RunPlan plan) {
        long quarter = plan.length() / 4;
        LoadProfile load = plan.profile();
        double early = load.count(2 * quarter) - load.count(quarter);
        double late = load.count(4 * quarter) - load.count(3 * quarter);
        return Math.abs(late - early) <= STEADY * early + 1;
    }

    private synchronized LoadRun begin(RunPlan plan, RunClock clock, Delivery delivered, RunListener listener) {
        LoadRun begun = new LoadRun(plan, clock, delivered, listener);
        run = begun;
        delivery = delivered;
        if (stopped) {
            begun.stop();
        }
        return begun;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private Repetition repetition(
            Instant begun, RunPlan plan, double seconds, StageMeter meter, Sampler sampler, ProcessUse use) {
        StageMeter.Counts counts = meter.counts();
        long planned = plan.to() - plan.from();
        Second end = sampler.seconds().get(sampler.seconds().size() - 1);
        return new Repetition(
                begun,
                seconds,
                new RecordAccount(
                        planned,
                        counts.generated(),
                        counts.acknowledged(),
                        counts.deadLettered(),
                        counts.aborted(),
                        counts.dropped(),
                        end.landed()),
                planned * 1e9 / plan.length(),
                counts.acknowledged() / seconds,
                counts.bytes(),
                counts.calls(),
                counts.retries(),
                counts.throttles(),
                counts.late(),
                stages(meter.stages()),
                sampler.seconds(),
                new ClientUse(
                        use.cpuSeconds(),
                        use.gcPauses(),
                        use.gcMillis(),
                        use.gcMaxMillis(),
                        sampler.heapPeak(),
                        sampler.backlog().max()));
    }

    private static Stages stages(Map<Stage, StageTimes> times) {
        return new Stages(
                latency(times, Stage.DUE_TO_MADE),
                latency(times, Stage.DUE_TO_SENT),
                latency(times, Stage.SENT_TO_ACKNOWLEDGED),
                latency(times, Stage.DUE_TO_ACKNOWLEDGED),
                latency(times, Stage.ACKNOWLEDGED_TO_VISIBLE),
                latency(times, Stage.DUE_TO_VISIBLE));
    }

    private static @Nullable StageLatency latency(Map<Stage, StageTimes> times, Stage stage) {
        StageTimes measured = times.get(stage);
        return measured == null ? null : Distribution.of(measured.total());
    }
}
