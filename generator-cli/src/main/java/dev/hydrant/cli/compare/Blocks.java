package dev.hydrant.cli.compare;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.Second;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Batch means: a repetition cut into stretches so long that their means are nearly independent, though seconds next to each other are not (B.
 * Schmeiser, "Batch size effects in the analysis of simulation output", Operations Research 30, 1982: ten to thirty stretches, as long as the
 * run allows, are as good as any number of shorter ones).
 */
final class Blocks {

    static final int FEWEST = 8;
    private static final int MOST = 20;
    /** More blocks than the fewest only when each is this long. */
    private static final int LONG_SECONDS = 10;

    private Blocks() {}

    /** One value a block; a block in which nothing was measured has none. */
    static double[] of(RunReport report, Measure measure) {
        List<Repetition> all = report.repetitions();
        return all.stream()
                .flatMapToDouble(repetition -> of(repetition, measure, (FEWEST + all.size() - 1) / all.size()))
                .filter(Double::isFinite)
                .toArray();
    }

    private static DoubleStream of(Repetition repetition, Measure measure, int fewest) {
        List<Second> seconds = repetition.wholeSeconds();
        int n = seconds.size();
        if (n < fewest) {
            return DoubleStream.empty();
        }
        int blocks = Math.max(fewest, Math.min(MOST, n / LONG_SECONDS));
        return IntStream.range(0, blocks)
                .mapToDouble(b -> seconds.subList(n * b / blocks, n * (b + 1) / blocks).stream()
                        .map(measure.ofSecond())
                        .reduce(Ratio.NONE, Ratio::plus)
                        .value());
    }
}
