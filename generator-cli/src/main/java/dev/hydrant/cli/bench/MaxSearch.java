package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Bottleneck;
import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.FindMax;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the highest rate that holds: doubles it until one does not, then halves the distance in between, by ratio, until it is
 * {@link #CLOSE}. A rate holds when all objectives do and the backlog does not grow.
 */
final class MaxSearch {

    private static final double CLOSE = 1.01;
    private static final MathContext DIGITS = new MathContext(4);
    /** Below this, in records a second, no trial says anything. */
    static final double LOWEST = 1;

    private static final double HIGHEST = 10_000_000;

    /** Runs one rate. */
    interface Runner {
        Measured run(double rate) throws InterruptedException;
    }

    private final List<Objective> objectives;
    private final Runner runner;
    private final List<FindMax.Trial> trials = new ArrayList<>();
    private @Nullable Measured best;
    private @Nullable Measured last;

    MaxSearch(List<Objective> objectives, Runner runner) {
        this.objectives = objectives;
        this.runner = runner;
    }

    /** Searches from a rate on; it is looked for below it too when it does not hold itself. */
    FindMax search(double from) throws InterruptedException {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double rate = from;
        while (goesOn() && rate >= LOWEST && high / Math.max(low, LOWEST) > CLOSE) {
            if (holds(rate)) {
                low = rate;
            } else {
                high = rate;
            }
            if (high == Double.POSITIVE_INFINITY) {
                if (low >= HIGHEST) {
                    break;
                }
                rate = Math.min(HIGHEST, 2 * low);
            } else {
                rate = low == 0 ? high / 2 : Math.sqrt(low * high);
            }
            rate = new BigDecimal(rate).round(DIGITS).doubleValue();
            if (rate == low || rate == high) {
                break;
            }
        }
        return new FindMax(low == 0 ? null : low, trials);
    }

    /** The trial at the rate found, or the last one when none held. */
    @Nullable
    Measured answer() {
        return best == null ? last : best;
    }

    private boolean goesOn() {
        return last == null || !last.interrupted();
    }

    /** A generator that was not yet up to speed is given a second chance: it is the stream that is measured. */
    private boolean holds(double rate) throws InterruptedException {
        Measured measured = runner.run(rate);
        String broken = broken(measured);
        if (broken != null && !measured.interrupted() && Diagnosis.of(measured).bottleneck() == Bottleneck.GENERATOR) {
            measured = runner.run(rate);
            broken = broken(measured);
        }
        last = measured;
        if (measured.interrupted()) {
            return false;
        }
        trials.add(new FindMax.Trial(
                rate,
                measured.repetition().seconds(),
                broken == null,
                broken == null
                        ? "All objectives hold, and the backlog does not grow."
                        : broken + ". " + Diagnosis.of(measured).because()));
        if (broken == null) {
            best = measured;
        }
        return broken == null;
    }

    /** What does not hold, or null. */
    private @Nullable String broken(Measured measured) {
        if (measured.hopeless() != null) {
            return "It was given up: " + measured.hopeless();
        }
        for (Objective objective : objectives) {
            Expectation judged = objective.judge(List.of(measured.repetition()));
            if (!judged.holds()) {
                return Objective.describe(judged);
            }
        }
        return measured.growth() > 0
                ? String.format(Locale.ROOT, "The backlog grows by %,.0f records a second", measured.growth())
                : null;
    }
}
