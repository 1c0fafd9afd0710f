package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The measures by the names that expectations use. A latency without a stage before it is due to acknowledged. */
final class Measures {

    private static final Map<String, Measure> ALL = all();

    private Measures() {}

    static @Nullable Measure of(String name) {
        return ALL.get(name);
    }

    /** For messages. */
    static String allowed() {
        return "p50 or med, p90, p95, p99, p99.9, max, mean or avg, each also after 'lateness.', 'sent.', 'visible.'; "
                + "rate, lost, dropped, retries, throttles, late";
    }

    private static Map<String, Measure> all() {
        Map<String, Measure> all = new LinkedHashMap<>();
        latencies(all, "", Stages::dueToAcknowledged);
        latencies(all, "lateness.", Stages::dueToMade);
        latencies(all, "sent.", Stages::sentToAcknowledged);
        latencies(all, "visible.", Stages::dueToVisible);
        all.put("rate", Measure.count("records/s", Repetition::achieved, Repetition::asked));
        count(all, "lost", repetition -> repetition.accounting().lost());
        count(all, "dropped", repetition -> repetition.accounting().dropped());
        count(all, "retries", Repetition::retries);
        count(all, "throttles", Repetition::throttles);
        count(all, "late", Repetition::late);
        return all;
    }

    private static void latencies(Map<String, Measure> all, String stage, Function<Stages, @Nullable StageLatency> of) {
        Map<String, ToDoubleFunction<StageLatency>> figures = Map.of(
                "p50", StageLatency::p50,
                "med", StageLatency::p50,
                "p90", StageLatency::p90,
                "p95", StageLatency::p95,
                "p99", StageLatency::p99,
                "p99.9", StageLatency::p999,
                "max", StageLatency::max,
                "mean", StageLatency::mean,
                "avg", StageLatency::mean);
        figures.forEach((name, figure) -> {
            Measure measure = Measure.latency(of, figure);
            all.put(stage + name, measure);
            if (name.startsWith("p")) {
                // As k6 writes it.
                all.put(stage + "p(" + name.substring(1) + ")", measure);
            }
        });
    }

    private static void count(Map<String, Measure> all, String name, ToDoubleFunction<Repetition> value) {
        all.put(
                name,
                Measure.count(
                        "records", value, repetition -> repetition.accounting().planned()));
    }
}
