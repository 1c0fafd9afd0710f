package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Chart.Horizontal;
import dev.hydrant.cli.page.CurveChart.Curve;
import dev.hydrant.cli.page.Series.Point;
import dev.hydrant.cli.page.Series.Style;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.Second;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two runs on one axis: the base grey, the other blue. */
final class PairCharts {

    private static final String BASE = "base";
    private static final String OTHER = "other";

    private final RunReport base;
    private final RunReport other;
    private final TimeLine baseTime;
    private final TimeLine otherTime;

    PairCharts(RunReport base, RunReport other) {
        this.base = base;
        this.other = other;
        this.baseTime = new TimeLine(base.repetitions());
        this.otherTime = new TimeLine(other.repetitions());
    }

    Chart rate() {
        return overTime(
                "rate",
                "Acknowledged",
                "Records acknowledged in each second.",
                "records/s",
                List.of(
                        new Series(BASE, BASE, Style.LINE, baseTime.mean(Second::acknowledged)),
                        new Series(OTHER, OTHER, Style.LINE, otherTime.mean(Second::acknowledged))));
    }

    Chart latency() {
        return overTime(
                "latency",
                "By second",
                "From due to acknowledged: p99 strong, p50 thin.",
                "ms",
                List.of(
                        new Series(BASE + " p99", BASE, Style.LINE, baseTime.worst(Second::p99)),
                        new Series(BASE + " p50", BASE, Style.THIN, baseTime.worst(Second::p50)),
                        new Series(OTHER + " p99", OTHER, Style.LINE, otherTime.worst(Second::p99)),
                        new Series(OTHER + " p50", OTHER, Style.THIN, otherTime.worst(Second::p50))));
    }

    Chart dueCurve() {
        return curve("due", "Due to acknowledged, by percentile", Stages::dueToAcknowledged);
    }

    Chart sentCurve() {
        return curve("sent", "Sent to acknowledged, by percentile", Stages::sentToAcknowledged);
    }

    private Chart curve(String id, String title, Function<Stages, @Nullable StageLatency> stage) {
        return CurveChart.of(
                id,
                title,
                "Each step to the right leaves a tenth of the records; every repetition is drawn, the one with the middle p99 strongly.",
                List.of(
                        new Curve(BASE, BASE, base.repetitions(), stage),
                        new Curve(OTHER, OTHER, other.repetitions(), stage)));
    }

    private Chart overTime(String id, String title, String caption, String unit, List<Series> series) {
        int joined = Math.max(baseTime.joined(), otherTime.joined());
        boolean baseIsLonger = base.repetitions().size() > other.repetitions().size();
        return new Chart(
                id,
                title,
                joined == 1 ? caption : caption + " Each point stands for up to " + joined + " seconds.",
                Horizontal.SECONDS,
                unit,
                false,
                baseIsLonger ? baseTime.marks() : otherTime.marks(),
                series,
                table(series));
    }

    /** Rows by second: the runs may have been of different lengths. */
    private static Table table(List<Series> series) {
        List<Double> places = series.stream()
                .flatMap(s -> s.points().stream())
                .filter(p -> p.y() != null)
                .map(Point::x)
                .distinct()
                .sorted()
                .toList();
        List<String> head = Stream.concat(Stream.of("second"), series.stream().map(Series::label))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (double place : places) {
            List<String> row = new ArrayList<>(List.of(Numbers.count(place)));
            series.forEach(s -> row.add(Numbers.digits(s.points().stream()
                    .filter(p -> p.x() == place && p.y() != null)
                    .map(Point::y)
                    .findFirst()
                    .orElse(null))));
            rows.add(row);
        }
        return new Table(head, rows);
    }
}
