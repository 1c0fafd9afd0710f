package dev.hydrant.cli.page;

import dev.hydrant.cli.report.Repetition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One figure over all repetitions: its median, and between what it lay. */
record Spread(double median, double low, double high, int count) {

    /** All of them NaN when it was measured in no repetition. */
    static Spread of(List<Repetition> repetitions, Function<Repetition, @Nullable Double> value) {
        double[] values = repetitions.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Spread(
                Numbers.median(values),
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN),
                values.length);
    }

    /** {@code 1.1 to 1.4 in 5 repetitions}; nothing of a single one. */
    String range(Function<@Nullable Double, String> text) {
        if (count < 2) {
            return "";
        }
        String from = text.apply(low);
        String to = text.apply(high);
        return (from.equals(to) ? "the same" : from + " to " + to) + " in " + count + " repetitions";
    }
}
