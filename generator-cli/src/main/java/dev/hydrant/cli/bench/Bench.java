package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Bottleneck;
import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.FindMax;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunVerdict;
import dev.hydrant.cli.report.Second;
import dev.hydrant.load.Hold;
import dev.hydrant.load.Load;
import dev.hydrant.load.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stretches of a benchmark, one after the other: warm-ups, repetitions, trials of a search. */
final class Bench {

    /**
     * How long, at most, and at how many times its rate a stream is made to spend what it has saved up before a trial measures what it
     * takes lastingly. At its very limit this uses up two seconds' worth.
     */
    private static final Duration SPEND = Duration.ofSeconds(2);

    private static final double SPEND_FACTOR = 2;

    /** What a {@link Rate} takes. */
    private static final double HIGHEST = 10_000_000;

    private static final double LOWEST = 0.000_001;
    private static final int DECIMALS = 6;

    private final Subject subject;
    private final BenchSettings settings;
    private final Plans plans;
    private final List<Objective> objectives;
    private final HistogramLog log;
    private final Progress progress;
    private @Nullable Stretch stretch;
    private boolean stopped;

    Bench(
            Subject subject,
            BenchSettings settings,
            Plans plans,
            List<Objective> objectives,
            HistogramLog log,
            Progress progress) {
        this.subject = subject;
        this.settings = settings;
        this.plans = plans;
        this.objectives = objectives;
        this.log = log;
        this.progress = progress;
    }

    /** The load, so many times, each after a warm-up at its mean rate. */
    BenchResult repeat(Load load, Duration warmUp, int times) throws InterruptedException {
        List<Measured> all = new ArrayList<>();
        double mean = load.count(load.length()) * 1e9 / load.length();
        for (int number = 1; number <= times && !isStopped(); number++) {
            if (!warmUp.isZero()) {
                progress.phase("warming up for " + Progress.describe(warmUp));
                run(constant(mean, warmUp), HistogramLog.none(), second -> {});
            }
            progress.phase(load + (times == 1 ? "" : ", " + number + " of " + times) + ", to " + subject.name());
            if (!isStopped()) {
                Measured measured = run(load, log, progress::second);
                all.add(measured);
                if (measured.hopeless() != null) {
                    break;
                }
            }
        }
        return result(all, null);
    }

    /** The highest rate that holds, looked for from a rate on; each trial so long. */
    BenchResult findMax(double from, Duration trial, Duration warmUp) throws InterruptedException {
        if (!warmUp.isZero()) {
            progress.phase("warming up for " + Progress.describe(warmUp));
            run(constant(from, warmUp), HistogramLog.none(), second -> {});
        }
        MaxSearch search = new MaxSearch(objectives, rate -> {
            if (!isStopped()) {
                Instant begun = Instant.now();
                next(HistogramLog.none(), second -> {}).spend(plans.next(constant(SPEND_FACTOR * rate, SPEND), begun));
            }
            Measured measured = run(constant(rate, trial), log, second -> {});
            progress.trial(rate, measured);
            return measured;
        });
        FindMax found = search.search(from);
        Measured answer = search.answer();
        return result(answer == null ? List.of() : List.of(answer), found);
    }

    /** Makes no further record; what was measured so far is the result. */
    synchronized void stop() {
        stopped = true;
        if (stretch != null) {
            stretch.stop();
        }
    }

    /** Waits for nothing that is under way. */
    void leave() {
        Stretch current;
        synchronized (this) {
            current = stretch;
        }
        try {
            if (current != null) {
                current.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private Measured run(Load load, HistogramLog to, Consumer<Second> watcher) throws InterruptedException {
        Stretch next = next(to, watcher);
        Instant begun = Instant.now();
        return next.measure(plans.next(load, begun), begun);
    }

    private synchronized Stretch next(HistogramLog to, Consumer<Second> watcher) {
        Stretch next = new Stretch(subject, settings, to, watcher);
        stretch = next;
        if (stopped) {
            next.stop();
        }
        return next;
    }

    private static Load constant(double rate, Duration length) {
        BigDecimal allowed = BigDecimal.valueOf(Math.max(LOWEST, Math.min(HIGHEST, rate)))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return new Load(List.of(new Hold(Rate.perSecond(allowed), length)));
    }

    private BenchResult result(List<Measured> all, @Nullable FindMax found) {
        List<Repetition> repetitions = all.stream().map(Measured::repetition).toList();
        List<Expectation> judged = objectives.stream()
                .map(objective -> objective.judge(repetitions))
                .toList();
        boolean stoppedEarly = isStopped();
        boolean passed = !stoppedEarly
                && judged.stream().allMatch(Expectation::holds)
                && all.stream()
                        .allMatch(measured ->
                                measured.hopeless() == null && measured.notLanded() == null && !measured.interrupted())
                && (found == null || found.rate() != null);
        Diagnosis worst = all.stream()
                .map(Diagnosis::of)
                .reduce((one, other) -> one.bottleneck() == Bottleneck.NONE ? other : one)
                .orElse(new Diagnosis(Bottleneck.NONE, "Nothing was measured."));
        if (stoppedEarly) {
            worst = new Diagnosis(Bottleneck.NONE, "The benchmark was stopped before its end, so it shows no limit.");
        }
        return new BenchResult(new RunVerdict(passed, judged, worst.bottleneck(), worst.because()), found, repetitions);
    }
}
