package dev.hydrant.cli.compare;

import dev.hydrant.cli.compare.Measure.Unit;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.Second;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import dev.hydrant.cli.report.TimerNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What two runs are compared in, the most telling first. */
final class Measures {

    /** Rates are exact when the load is, so less of a difference counts. */
    private static final double RATE_TOLERANCE = 0.02;
    /** Quantiles and processor time of one build differ by this much from start to start of the process on a shared machine. */
    private static final double TOLERANCE = 0.05;

    /** A difference of 1 record in 1,000 is the smallest told of retries, throttles and losses. */
    private static final double SMALLEST_PER_MILLION = 1_000;

    private static final double MILLION = 1e6;

    private Measures() {}

    static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        all.add(new Measure(
                "achieved rate",
                Unit.RATE,
                true,
                RATE_TOLERANCE,
                r -> 0,
                noise -> 0,
                Repetition::achieved,
                s -> new Ratio(s.acknowledged(), 1)));
        all.add(dueToAcknowledged("p50", StageLatency::p50, TimerNoise::p50, Second::p50));
        all.add(dueToAcknowledged("p90", StageLatency::p90, TimerNoise::p99, Second::p90));
        all.add(dueToAcknowledged("p99", StageLatency::p99, TimerNoise::p99, Second::p99));
        Function<Stages, @Nullable StageLatency> sent = Stages::sentToAcknowledged;
        all.add(latency("sent to acknowledged p50", sent, StageLatency::p50, TimerNoise::p50, Second::sentP50));
        all.add(latency("sent to acknowledged p99", sent, StageLatency::p99, TimerNoise::p99, Second::sentP99));
        all.add(latency("due to made p99", Stages::dueToMade, StageLatency::p99, TimerNoise::p99, Second::latenessP99));
        all.add(latency("due to visible p50", Stages::dueToVisible, StageLatency::p50, TimerNoise::p50, s -> null));
        all.add(latency("due to visible p99", Stages::dueToVisible, StageLatency::p99, TimerNoise::p99, s -> null));
        all.add(new Measure(
                "CPU of the client",
                Unit.CPU_SECONDS,
                false,
                TOLERANCE,
                r -> 0,
                noise -> 0,
                r -> perMillion(r.client().cpuSeconds(), r.accounting().acknowledged()),
                s -> s.cpu() == null ? Ratio.NONE : new Ratio(s.cpu() * MILLION, s.acknowledged())));
        all.add(share("retries", Repetition::retries, s -> new Ratio(s.retries() * MILLION, s.generated())));
        all.add(share("throttles", Repetition::throttles, s -> new Ratio(s.throttles() * MILLION, s.generated())));
        all.add(share("lost", r -> r.accounting().lost(), s -> Ratio.NONE));
        return List.copyOf(all);
    }

    private static Measure dueToAcknowledged(
            String quantile,
            ToDoubleFunction<StageLatency> value,
            ToDoubleFunction<TimerNoise> noise,
            Function<Second, @Nullable Double> ofSecond) {
        return latency(
                "due to acknowledged " + quantile,
                Stages::dueToAcknowledged,
                r -> waitingForTheBatch(r.stages(), value),
                value,
                noise,
                ofSecond);
    }

    private static double waitingForTheBatch(Stages stages, ToDoubleFunction<StageLatency> quantile) {
        StageLatency made = stages.dueToMade();
        StageLatency sent = stages.dueToSent();
        return made == null || sent == null
                ? 0
                : Math.max(0, quantile.applyAsDouble(sent) - quantile.applyAsDouble(made));
    }

    private static Measure latency(
            String name,
            Function<Stages, @Nullable StageLatency> stage,
            ToDoubleFunction<StageLatency> quantile,
            ToDoubleFunction<TimerNoise> noise,
            Function<Second, @Nullable Double> ofSecond) {
        return latency(name, stage, r -> 0, quantile, noise, ofSecond);
    }

    private static Measure latency(
            String name,
            Function<Stages, @Nullable StageLatency> stage,
            ToDoubleFunction<Repetition> given,
            ToDoubleFunction<StageLatency> quantile,
            ToDoubleFunction<TimerNoise> noise,
            Function<Second, @Nullable Double> ofSecond) {
        return new Measure(
                name,
                Unit.MILLIS,
                false,
                TOLERANCE,
                given,
                noise,
                r -> {
                    StageLatency latency = stage.apply(r.stages());
                    return latency == null ? null : quantile.applyAsDouble(latency);
                },
                s -> Ratio.of(ofSecond.apply(s), (double) s.acknowledged()));
    }

    private static Measure share(String name, ToLongFunction<Repetition> count, Function<Second, Ratio> ofSecond) {
        return new Measure(
                name,
                Unit.PER_MILLION,
                false,
                TOLERANCE,
                r -> 0,
                noise -> SMALLEST_PER_MILLION,
                r -> perMillion((double) count.applyAsLong(r), r.accounting().generated()),
                ofSecond);
    }

    private static @Nullable Double perMillion(double amount, long records) {
        return records == 0 ? null : amount * MILLION / records;
    }
}
