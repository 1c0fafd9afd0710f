package dev.hydrant.cli.compare;

import dev.hydrant.cli.compare.Measure.Unit;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.TimerNoise;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One measure's values in two runs. */
record MeasurePair(Measure measure, Method method, Observed base, Observed other) {

    static MeasurePair of(Measure measure, Method method, RunReport base, RunReport other) {
        return new MeasurePair(measure, method, observed(measure, method, base), observed(measure, method, other));
    }

    private static Observed observed(Measure measure, Method method, RunReport report) {
        double[] repetitions = report.repetitions().stream()
                .map(measure.ofRepetition())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double given = report.repetitions().stream()
                .mapToDouble(measure.given())
                .average()
                .orElse(0);
        return new Observed(
                repetitions, method == Method.REPETITIONS ? repetitions : Blocks.of(report, measure), given);
    }

    /** Measured in both runs, and not a count of what happened in neither. */
    boolean isWorthShowing() {
        boolean measured = base.repetitions.length > 0 && other.repetitions.length > 0;
        return measured && !(measure.unit() == Unit.PER_MILLION && base.isZero() && other.isZero());
    }

    boolean hasInterval() {
        return base.values.length >= method.fewest() && other.values.length >= method.fewest();
    }

    /**
     * The difference, with an interval where there are values enough for one.
     *
     * @param alpha chance that this measure's interval misses
     * @param noise how finely the runs' machines know time
     */
    Difference difference(double alpha, List<TimerNoise> noise) {
        WelchInterval interval = hasInterval() ? interval(alpha) : null;
        double from = mean(interval == null ? base.repetitions : base.values);
        double to = mean(interval == null ? other.repetitions : other.values);
        double smallest = smallest(from, noise);
        return new Difference(
                measure.name(),
                measure.unit().toString(),
                measure.moreIsFaster(),
                from,
                to,
                to - from,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                smallest,
                verdict(interval, smallest));
    }

    private WelchInterval interval(double alpha) {
        double correlation = method == Method.BLOCKS ? Sample.correlation(base.values, other.values) : 0;
        return WelchInterval.of(Sample.of(base.values, correlation), Sample.of(other.values, correlation), alpha);
    }

    private double smallest(double from, List<TimerNoise> noise) {
        double relative = measure.tolerance() * method.toleranceFactor() * Math.max(0, from - base.given);
        return Math.max(
                relative, noise.stream().mapToDouble(measure.noise()).max().orElse(0));
    }

    /** The whole interval lies beyond the smallest difference worth telling: only then is there something to tell. */
    private Verdict verdict(@Nullable WelchInterval interval, double smallest) {
        if (interval == null || (interval.low() <= smallest && interval.high() >= -smallest)) {
            return Verdict.CANT_TELL;
        }
        return interval.low() > smallest == measure.moreIsFaster() ? Verdict.FASTER : Verdict.SLOWER;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** What one run gave. */
    private static final class Observed {

        /** A value for each repetition in which it was measured. */
        private final double[] repetitions;
        /** Independent of each other, or nearly, by the method. */
        private final double[] values;
        /** Of each of them, what the load makes of it. */
        private final double given;

        Observed(double[] repetitions, double[] values, double given) {
            this.repetitions = repetitions;
            this.values = values;
            this.given = given;
        }

        boolean isZero() {
            return Arrays.stream(repetitions).allMatch(v -> v == 0);
        }
    }
}
