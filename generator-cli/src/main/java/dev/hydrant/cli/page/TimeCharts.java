package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Chart.Horizontal;
import dev.hydrant.cli.page.Series.Point;
import dev.hydrant.cli.page.Series.Style;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.Second;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one run did, second by second. */
final class TimeCharts {

    /** More than this from the usual second to the worst is easier read on a logarithmic axis. */
    private static final double WIDE = 40;

    private final RunReport report;
    private final TimeLine time;

    TimeCharts(RunReport report) {
        this.report = report;
        this.time = new TimeLine(report.repetitions());
    }

    Chart rate() {
        return chart(
                "rate",
                "Asked and acknowledged",
                "Records a second: what the load asked for, and what was acknowledged.",
                "records/s",
                List.of(
                        new Series("acknowledged", "due", Style.LINE, time.mean(Second::acknowledged)),
                        new Series("asked", "asked", Style.DASHED, time.mean(Second::asked))));
    }

    Chart latency() {
        List<Point> middle = time.worst(Second::p50);
        List<Point> worst = time.worst(Second::max);
        return new Chart(
                "latency",
                "By second",
                sentence(
                        "From when a record was due to its acknowledgement, of the records acknowledged in each second."),
                Horizontal.SECONDS,
                "ms",
                spread(middle, worst),
                time.marks(),
                List.of(
                        new Series("maximum", "max", Style.THIN, worst),
                        new Series("p99", "p99", Style.LINE, time.worst(Second::p99)),
                        new Series("p90", "p90", Style.LINE, time.worst(Second::p90)),
                        new Series("p50", "p50", Style.LINE, middle)),
                Tables.of(
                        "second",
                        List.of("p50", "p90", "p99", "maximum"),
                        List.of(middle, time.worst(Second::p90), time.worst(Second::p99), worst)));
    }

    /** Retries and throttles, when there was one. */
    Optional<Chart> retries() {
        boolean any = report.repetitions().stream().anyMatch(r -> r.retries() + r.throttles() > 0);
        return any
                ? Optional.of(chart(
                        "retries",
                        "Retries and throttles",
                        "Records sent again, and records refused because the stream had no room, in each second.",
                        "records/s",
                        List.of(
                                new Series("retried", "due", Style.BARS, time.mean(Second::retries)),
                                new Series("throttled", "sent", Style.BARS, time.mean(Second::throttles)))))
                : Optional.empty();
    }

    Chart backlog() {
        return chart(
                "backlog",
                "Backlog",
                "Records that were due and not yet settled at the end of each second. One that grows says that the rate does not hold.",
                "records",
                List.of(new Series("waiting", "due", Style.AREA, time.worst(Second::backlog))));
    }

    /** Rows and freshness, of a local Firehose. */
    List<Chart> lake() {
        List<Chart> charts = new ArrayList<>();
        optional(
                        "landed",
                        "Rows landed",
                        "Rows that a query sees, so far.",
                        "rows",
                        Style.AREA,
                        "visible",
                        Second::landed)
                .ifPresent(charts::add);
        optional(
                        "freshness",
                        "Freshness",
                        "Age of the oldest acknowledged record whose row is not visible yet.",
                        "s",
                        Style.LINE,
                        "visible",
                        Second::freshness)
                .ifPresent(charts::add);
        return charts;
    }

    /** Processor, garbage collection and heap of the generator itself. */
    List<Chart> client() {
        int cores = report.environment().cores();
        List<Chart> charts = new ArrayList<>();
        optional(
                        "cpu",
                        "Processor",
                        "Cores that the generator kept busy, of " + cores + ".",
                        "cores",
                        Style.AREA,
                        "due",
                        Second::cpu)
                .ifPresent(charts::add);
        optional("gc", "Garbage collection", "Pauses in each second.", "ms/s", Style.BARS, "due", Second::gcMillis)
                .ifPresent(charts::add);
        optional(
                        "heap",
                        "Heap",
                        "In use at the end of each second; over hours it should stay flat.",
                        "MiB",
                        Style.LINE,
                        "due",
                        s -> s.heapBytes() == null ? null : s.heapBytes() / (double) (1 << 20))
                .ifPresent(charts::add);
        return charts;
    }

    private Optional<Chart> optional(
            String id,
            String title,
            String caption,
            String unit,
            Style style,
            String color,
            Function<Second, ? extends @Nullable Number> value) {
        List<Point> points = time.worst(value);
        return points.stream().allMatch(p -> p.y() == null)
                ? Optional.empty()
                : Optional.of(chart(id, title, caption, unit, List.of(new Series("", color, style, points))));
    }

    private Chart chart(String id, String title, String caption, String unit, List<Series> series) {
        List<String> names =
                series.stream().map(s -> s.isNamed() ? s.label() : unit).toList();
        Table table =
                Tables.of("second", names, series.stream().map(Series::points).toList());
        return new Chart(id, title, sentence(caption), Horizontal.SECONDS, unit, false, time.marks(), series, table);
    }

    private String sentence(String caption) {
        return time.joined() == 1 ? caption : caption + " Each point stands for " + time.joined() + " seconds.";
    }

    /** Worst records many times as slow as the usual ones would press everything else against the axis. */
    private static boolean spread(List<Point> middle, List<Point> worst) {
        double usual = Numbers.median(values(middle));
        return Arrays.stream(values(worst)).max().orElse(0) > WIDE * usual;
    }

    private static double[] values(List<Point> points) {
        return points.stream()
                .map(Point::y)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
