package dev.hydrant.cli.compare;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.Second;
import dev.hydrant.cli.report.TimerNoise;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something that two runs can be compared in.
 *
 * @param name such as {@code due to acknowledged p99}
 * @param moreIsFaster true for rates
 * @param tolerance the part of the base, less what is given, that is no difference worth telling
 * @param given what the load itself makes of the value, in a repetition: waiting for a batch to fill is neither fast nor slow
 * @param noise how finely it can be known on a machine, in its unit
 * @param ofRepetition its value in a whole repetition; null when it was not measured
 * @param ofSecond its value in one second; {@link Ratio#NONE} when it is not known by second
 */
record Measure(
        String name,
        Unit unit,
        boolean moreIsFaster,
        double tolerance,
        ToDoubleFunction<Repetition> given,
        ToDoubleFunction<TimerNoise> noise,
        Function<Repetition, @Nullable Double> ofRepetition,
        Function<Second, Ratio> ofSecond) {

    /** What values are counted in. */
    enum Unit {
        RATE("records/s"),
        MILLIS("ms"),
        CPU_SECONDS("CPU s per million"),
        PER_MILLION("per million");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
