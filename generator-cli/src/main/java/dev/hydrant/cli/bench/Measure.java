package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Something that an expectation can be about. */
final class Measure {

    private final String unit;
    private final boolean latency;
    private final Function<Repetition, @Nullable Double> value;
    private final Function<Repetition, @Nullable Double> whole;

    private Measure(
            String unit,
            boolean latency,
            Function<Repetition, @Nullable Double> value,
            Function<Repetition, @Nullable Double> whole) {
        this.unit = unit;
        this.latency = latency;
        this.value = value;
        this.whole = whole;
    }

    static Measure latency(Function<Stages, @Nullable StageLatency> stage, ToDoubleFunction<StageLatency> figure) {
        return new Measure(
                "ms",
                true,
                repetition -> {
                    StageLatency measured = stage.apply(repetition.stages());
                    return measured == null ? null : figure.applyAsDouble(measured);
                },
                repetition -> null);
    }

    /** @param whole what the figure is a part of, for percentages */
    static Measure count(String unit, ToDoubleFunction<Repetition> value, ToDoubleFunction<Repetition> whole) {
        return new Measure(unit, false, value::applyAsDouble, whole::applyAsDouble);
    }

    boolean isLatency() {
        return latency;
    }

    /** The unit of a figure that is not a percentage. */
    String unit() {
        return unit;
    }

    /** Null when there was nothing to measure. */
    @Nullable
    Double of(Repetition repetition) {
        return value.apply(repetition);
    }

    /** In percent of the whole; null when there was nothing to measure. */
    @Nullable
    Double percentOf(Repetition repetition) {
        Double part = value.apply(repetition);
        Double all = whole.apply(repetition);
        return part == null || all == null || all == 0 ? null : Double.valueOf(100 * part / all);
    }
}
