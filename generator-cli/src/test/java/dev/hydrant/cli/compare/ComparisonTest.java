package dev.hydrant.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.SampleRun;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two hundred pairs of made-up runs, the same ones each time. */
class ComparisonTest {

    private static final int PAIRS = 200;
    /** Right statistics fail these tests once in a million other seeds. */
    private static final double FALSE_FAILURE = 1e-6;

    /** More pairs than this of 200 are not to be had by chance when each has the chance {@code 1 − CONFIDENCE}. */
    private static int bound() {
        return BinomialDistribution.of(PAIRS, 1 - Comparison.CONFIDENCE).inverseSurvivalProbability(FALSE_FAILURE);
    }

    private static SampleRun run(Method method, long seed) {
        return method == Method.REPETITIONS
                ? SampleRun.of(seed, 10, 5)
                : SampleRun.of(seed, 30, 1).withUnlike(0);
    }

    private static List<Comparison> pairs(Method method, double added) {
        return LongStream.range(0, PAIRS)
                .mapToObj(i -> Comparison.of(
                        run(method, 2 * i + 1).report(),
                        run(method, 2 * i + 2).withAdded(added).report()))
                .toList();
    }

    private static long any(List<Comparison> pairs, Predicate<Difference> holds) {
        return pairs.stream()
                .filter(c -> c.differences().stream().anyMatch(holds))
                .count();
    }

    private static boolean misses(Difference d, double truth) {
        return d.low() != null && d.high() != null && (d.low() > truth || d.high() < truth);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void intervalsOfTheSameBuildMissZeroNoMoreOftenThanPromised(Method method) {
        List<Comparison> pairs = pairs(method, 0);
        assertThat(any(pairs, d -> misses(d, 0))).isLessThanOrEqualTo(bound());
        assertThat(any(pairs, d -> d.verdict() != Verdict.CANT_TELL)).isLessThanOrEqualTo(bound());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void fiveMillisecondsMoreAreToldAndCovered(Method method) {
        List<Comparison> pairs = pairs(method, 5);
        Predicate<Difference> latency = d -> d.measure().contains("acknowledged");
        assertThat(any(pairs, latency.and(d -> misses(d, 5)))).isLessThanOrEqualTo(bound());
        // Power: every latency of nineteen pairs in twenty.
        assertThat(any(pairs, latency.and(d -> d.verdict() != Verdict.SLOWER))).isLessThanOrEqualTo(PAIRS / 20);
        assertThat(any(pairs, latency.negate().and(d -> d.verdict() != Verdict.CANT_TELL)))
                .isLessThanOrEqualTo(bound());
    }

    @Test
    void theOtherWayRoundTheVerdictTurns() {
        RunReport slow = run(Method.REPETITIONS, 1).withAdded(5).report();
        RunReport fast = run(Method.REPETITIONS, 2).report();
        assertThat(Comparison.of(slow, fast).count(Verdict.FASTER))
                .isEqualTo(Comparison.of(fast, slow).count(Verdict.SLOWER))
                .isPositive();
    }

    @Test
    void ofARateMoreIsFaster() {
        RunReport base = SampleRun.of(1, 30, 1).report();
        RunReport more = SampleRun.of(2, 30, 1).withRate(2_000).report();
        assertThat(Comparison.of(base, more).differences().get(0).verdict()).isEqualTo(Verdict.FASTER);
        assertThat(Comparison.of(more, base).differences().get(0).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(Comparison.of(base, more).warnings()).anyMatch(w -> w.contains("unlike in load"));
    }

    @Test
    void aReportIsNotUnlikeItself() {
        for (SampleRun run : List.of(
                run(Method.BLOCKS, 3).withStall(7), run(Method.REPETITIONS, 4).withLocal())) {
            RunReport report = run.report();
            assertThat(Comparison.of(report, report).differences())
                    .allMatch(d -> d.difference() == 0 && d.verdict() == Verdict.CANT_TELL);
        }
    }

    @Test
    void tooShortARunHasNoInterval() {
        Comparison comparison = Comparison.of(
                SampleRun.of(1, Blocks.FEWEST - 1, 1).report(),
                SampleRun.of(2, 30, 1).withAdded(50).report());
        assertThat(comparison.differences())
                .allMatch(d -> d.low() == null && d.verdict() == Verdict.CANT_TELL && Double.isFinite(d.difference()));
    }

    /** Worked by hand: se = √(4/10 + 16/15) = 1.2111, ν = 21.72, t = 2.0755. */
    @Test
    void theIntervalIsWelchs() {
        WelchInterval interval = WelchInterval.of(new Sample(10, 20, 4), new Sample(15, 22, 16), 0.05);
        assertThat(interval.low()).isCloseTo(2 - 2.5135, within(0.001));
        assertThat(interval.high()).isCloseTo(2 + 2.5135, within(0.001));
    }
}
