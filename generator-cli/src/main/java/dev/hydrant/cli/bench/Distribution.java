package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.StageLatency.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A histogram of nanoseconds as the report tells it, in milliseconds. */
final class Distribution {

    /** Steps of the curve in each halving of the distance to 100 %. */
    private static final int STEPS = 3;

    private static final int HALVINGS = 14;

    private Distribution() {}

    /** Null when nothing was recorded. */
    static @Nullable StageLatency of(Histogram nanos) {
        if (nanos.getTotalCount() == 0) {
            return null;
        }
        return new StageLatency(
                nanos.getTotalCount(),
                nanos.getMean() / 1e6,
                at(nanos, 50),
                at(nanos, 90),
                at(nanos, 95),
                at(nanos, 99),
                at(nanos, 99.9),
                nanos.getMaxValue() / 1e6,
                curve(nanos));
    }

    static double at(Histogram nanos, double percentile) {
        // A bucket's highest value may lie above all that was recorded.
        return Math.min(nanos.getValueAtPercentile(percentile), nanos.getMaxValue()) / 1e6;
    }

    /** Denser towards 100 %, as far as the number of records can tell percentiles apart. */
    private static List<CurvePoint> curve(Histogram nanos) {
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(0, nanos.getMinValue() / 1e6));
        double left = 100;
        for (int halving = 0; halving < HALVINGS && left * nanos.getTotalCount() / 100 >= 2; halving++) {
            for (int step = 1; step <= STEPS; step++) {
                double percentile = 100 - left + left / 2 * step / STEPS;
                points.add(new CurvePoint(percentile, at(nanos, percentile)));
            }
            left /= 2;
        }
        points.add(new CurvePoint(100, nanos.getMaxValue() / 1e6));
        return points;
    }
}
