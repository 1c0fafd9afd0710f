package dev.hydrant.cli.compare;

import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.TimerNoise;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be said of two runs.
 *
 * @param warnings what makes the runs unlike, or the answer weaker than it looks
 */
public record Comparison(Method method, List<Difference> differences, List<String> warnings) {

    /**
     * Of all comparisons of runs that differ by no more than what is worth telling, at most 1 in 20 says "faster" or "slower" anywhere. Each
     * of m measures gets 1/m of that 1/20 (Bonferroni), so that the intervals shown are the ones that decide.
     */
    public static final double CONFIDENCE = 0.95;

    /** Compares {@code other} with {@code base}. */
    public static Comparison of(RunReport base, RunReport other) {
        boolean repeated = Stream.of(base, other).allMatch(r -> r.repetitions().size() >= Method.REPETITIONS.fewest());
        Method method = repeated ? Method.REPETITIONS : Method.BLOCKS;
        List<MeasurePair> pairs = Measures.all().stream()
                .map(measure -> MeasurePair.of(measure, method, base, other))
                .filter(MeasurePair::isWorthShowing)
                .toList();
        long told = pairs.stream().filter(MeasurePair::hasInterval).count();
        double alpha = (1 - CONFIDENCE) / Math.max(1, told);
        List<TimerNoise> noise = Stream.of(base, other)
                .flatMap(r -> Stream.ofNullable(r.environment().timerNoise()))
                .toList();
        return new Comparison(
                method,
                pairs.stream().map(pair -> pair.difference(alpha, noise)).toList(),
                Warnings.of(base, other, method));
    }

    /** How many measures have this verdict. */
    public long count(Verdict verdict) {
        return differences.stream().filter(d -> d.verdict() == verdict).count();
    }
}
