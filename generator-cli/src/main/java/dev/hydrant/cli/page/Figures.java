package dev.hydrant.cli.page;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.StageLatency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures that answer most questions: of several repetitions the median, and between what they lay. */
final class Figures {

    private Figures() {}

    static List<Map<String, String>> of(RunReport report) {
        List<Repetition> all = report.repetitions();
        double asked = Spread.of(all, Repetition::asked).median();
        Spread rate = Spread.of(all, Repetition::achieved);
        String ofAsked = "of " + Numbers.rate(asked) + " asked";
        return List.of(
                figure("rate", Numbers.rate(rate.median()), "records/s", join(ofAsked, rate.range(Numbers::rate))),
                latency("due to acknowledged, p50", all, r -> r.stages().dueToAcknowledged(), StageLatency::p50),
                latency("due to acknowledged, p99", all, r -> r.stages().dueToAcknowledged(), StageLatency::p99),
                latency("sent to acknowledged, p99", all, r -> r.stages().sentToAcknowledged(), StageLatency::p99),
                latency("lateness, p99", all, r -> r.stages().dueToMade(), StageLatency::p99),
                plain("records sent again", all, r -> (double) r.retries(), "records"),
                plain("CPU for a million records", all, Figures::cpu, "s"),
                plain("longest GC pause", all, r -> r.client().gcMaxMillis(), "ms"));
    }

    private static @Nullable Double cpu(Repetition r) {
        long records = r.accounting().acknowledged();
        return records == 0 ? null : 1e6 * r.client().cpuSeconds() / records;
    }

    private static Map<String, String> latency(
            String name,
            List<Repetition> all,
            Function<Repetition, @Nullable StageLatency> stage,
            ToDoubleFunction<StageLatency> quantile) {
        return plain(
                name,
                all,
                r -> {
                    StageLatency latency = stage.apply(r);
                    return latency == null ? null : quantile.applyAsDouble(latency);
                },
                "ms");
    }

    private static Map<String, String> plain(
            String name, List<Repetition> all, Function<Repetition, @Nullable Double> value, String unit) {
        Spread spread = Spread.of(all, value);
        return figure(name, Numbers.digits(spread.median()), unit, spread.range(Numbers::digits));
    }

    private static Map<String, String> figure(String name, String value, String unit, String note) {
        return Map.of("name", name, "value", value, "unit", unit, "note", note);
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + "; " + second;
    }
}
