package dev.hydrant.cli.page;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The tables of a run. */
final class RunTables {

    private RunTables() {}

    /** Every stage that was measured, its quantiles the medians over the repetitions. */
    static Table stages(RunReport report) {
        List<List<String>> rows = new ArrayList<>();
        stage(rows, report, "due to made (lateness)", Stages::dueToMade);
        stage(rows, report, "due to sent", Stages::dueToSent);
        stage(rows, report, "sent to acknowledged", Stages::sentToAcknowledged);
        stage(rows, report, "due to acknowledged", Stages::dueToAcknowledged);
        stage(rows, report, "acknowledged to visible", Stages::acknowledgedToVisible);
        stage(rows, report, "due to visible", Stages::dueToVisible);
        return new Table(List.of("milliseconds", "p50", "p90", "p99", "p99.9", "maximum"), rows);
    }

    private static void stage(
            List<List<String>> rows, RunReport report, String name, Function<Stages, @Nullable StageLatency> stage) {
        if (report.repetitions().stream().allMatch(r -> stage.apply(r.stages()) == null)) {
            return;
        }
        List<String> row = new ArrayList<>(List.of(name));
        List<ToDoubleFunction<StageLatency>> quantiles =
                List.of(StageLatency::p50, StageLatency::p90, StageLatency::p99, StageLatency::p999, StageLatency::max);
        for (ToDoubleFunction<StageLatency> quantile : quantiles) {
            row.add(Numbers.digits(Spread.of(report.repetitions(), r -> {
                        StageLatency latency = stage.apply(r.stages());
                        return latency == null ? null : quantile.applyAsDouble(latency);
                    })
                    .median()));
        }
        rows.add(row);
    }

    /** A row for each repetition, then median, lowest and highest. */
    static Table repetitions(RunReport report) {
        List<Repetition> all = report.repetitions();
        List<Function<Repetition, @Nullable Double>> columns = List.of(
                Repetition::achieved,
                r -> quantile(r.stages().dueToAcknowledged(), StageLatency::p50),
                r -> quantile(r.stages().dueToAcknowledged(), StageLatency::p99),
                r -> quantile(r.stages().sentToAcknowledged(), StageLatency::p99),
                r -> quantile(r.stages().dueToMade(), StageLatency::p99),
                r -> r.client().cpuSeconds(),
                r -> (double) r.retries(),
                r -> (double) r.accounting().lost());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Repetition repetition = all.get(i);
            rows.add(row(Integer.toString(i + 1), columns, column -> column.apply(repetition)));
        }
        rows.add(row("median", columns, column -> Spread.of(all, column).median()));
        rows.add(row("lowest", columns, column -> Spread.of(all, column).low()));
        rows.add(row("highest", columns, column -> Spread.of(all, column).high()));
        return new Table(
                List.of(
                        "repetition",
                        "records/s",
                        "p50 ms",
                        "p99 ms",
                        "sent p99 ms",
                        "lateness p99 ms",
                        "CPU s",
                        "retries",
                        "lost"),
                rows);
    }

    private static List<String> row(
            String name,
            List<Function<Repetition, @Nullable Double>> columns,
            Function<Function<Repetition, @Nullable Double>, @Nullable Double> value) {
        List<String> row = new ArrayList<>(List.of(name));
        columns.forEach(column -> row.add(Numbers.digits(value.apply(column))));
        return row;
    }

    private static @Nullable Double quantile(@Nullable StageLatency latency, ToDoubleFunction<StageLatency> quantile) {
        return latency == null ? null : quantile.applyAsDouble(latency);
    }

    /** What the generator took, over all repetitions. */
    static Table client(RunReport report) {
        List<Repetition> all = report.repetitions();
        List<List<String>> rows = List.of(
                client("CPU, s", all, r -> r.client().cpuSeconds()),
                client(
                        "cores busy, mean",
                        all,
                        r -> r.seconds() == 0 ? null : r.client().cpuSeconds() / r.seconds()),
                client("GC pauses", all, r -> (double) r.client().gcPauses()),
                client("GC, ms in all", all, r -> r.client().gcMillis()),
                client("longest GC pause, ms", all, r -> r.client().gcMaxMillis()),
                client("heap at most, MiB", all, r -> r.client().heapPeakBytes() / (double) (1 << 20)),
                client("backlog at most, records", all, r -> (double) r.client().backlogMax()));
        return new Table(List.of("generator", "median", "lowest", "highest"), rows);
    }

    private static List<String> client(
            String name, List<Repetition> all, Function<Repetition, @Nullable Double> value) {
        Spread spread = Spread.of(all, value);
        return List.of(
                name, Numbers.digits(spread.median()), Numbers.digits(spread.low()), Numbers.digits(spread.high()));
    }
}
