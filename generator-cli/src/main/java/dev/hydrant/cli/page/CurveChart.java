package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Chart.Horizontal;
import dev.hydrant.cli.page.Series.Point;
import dev.hydrant.cli.page.Series.Style;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.StageLatency.CurvePoint;
import dev.hydrant.cli.report.Stages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Latency by percentile: how slow the slowest tenth, hundredth, thousandth of the records is. */
final class CurveChart {

    private static final double[] TOLD = {50, 75, 90, 95, 99, 99.5, 99.9, 99.99, 100};
    /** A curve over more than this much is easier read on a logarithmic axis. */
    private static final double WIDE = 40;

    /** A stage of one run, in its colour. */
    record Curve(
            String name, String color, List<Repetition> repetitions, Function<Stages, @Nullable StageLatency> stage) {

        /** Of all repetitions, by their p99. */
        List<StageLatency> latencies() {
            return repetitions.stream()
                    .map(r -> stage.apply(r.stages()))
                    .flatMap(Stream::ofNullable)
                    .sorted(Comparator.comparingDouble(StageLatency::p99))
                    .toList();
        }
    }

    private CurveChart() {}

    /** The repetition with the middle p99 is drawn strongly, the others thinly. */
    static Chart of(String id, String title, String caption, List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("percentile"));
        List<StageLatency> middles = new ArrayList<>();
        for (Curve curve : curves) {
            List<StageLatency> latencies = curve.latencies();
            if (latencies.isEmpty()) {
                continue;
            }
            int strong = latencies.size() / 2;
            for (int i = 0; i < latencies.size(); i++) {
                series.add(new Series(
                        i == strong ? curve.name : "",
                        curve.color,
                        i == strong ? Style.LINE : Style.THIN,
                        points(latencies.get(i))));
            }
            head.add(curve.name + ", ms");
            middles.add(latencies.get(strong));
        }
        double widest = middles.stream()
                .mapToDouble(l -> l.max() / Math.max(l.p50(), 1e-3))
                .max()
                .orElse(1);
        return new Chart(
                id,
                title,
                caption,
                Horizontal.PERCENTILE,
                "ms",
                widest > WIDE,
                List.of(),
                series,
                new Table(head, rows(middles)));
    }

    private static List<Point> points(StageLatency latency) {
        // The slowest record has no record behind it: it stands where one in all of them is left.
        double end = Math.log10(Math.max(10, (double) latency.count()));
        return latency.curve().stream()
                .map(p -> new Point(
                        Math.min(end, p.percentile() >= 100 ? end : -Math.log10(1 - p.percentile() / 100)), p.millis()))
                .toList();
    }

    private static List<List<String>> rows(List<StageLatency> middles) {
        List<List<String>> rows = new ArrayList<>();
        for (double percentile : TOLD) {
            List<String> row = new ArrayList<>();
            row.add(String.format(Locale.ROOT, percentile == Math.rint(percentile) ? "%.0f" : "%s", percentile));
            middles.forEach(latency -> row.add(Numbers.digits(at(latency.curve(), percentile))));
            rows.add(row);
        }
        return rows;
    }

    /** The first point of the curve at or beyond the percentile: never told faster than it was. */
    private static @Nullable Double at(List<CurvePoint> curve, double percentile) {
        return curve.stream()
                .filter(p -> p.percentile() >= percentile - 1e-9)
                .map(CurvePoint::millis)
                .findFirst()
                .orElse(null);
    }
}
