package dev.hydrant.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link Load}: one shape for a time. Its text, as {@code toString} gives it, is read by
 * {@link dev.hydrant.load.text.LoadText}.
 */
public sealed interface Segment permits Hold, Ramp, Steps, Sine, Burst, Pause, Week, Trace {

    /** The longest segment, and the longest load with an end. */
    Duration LONGEST = Duration.ofDays(3650);

    /** The shortest segment, period or step. */
    Duration SHORTEST = Duration.ofMillis(1);

    /** How long it is, or null when it goes on until the load is stopped. */
    @Nullable
    Duration length();

    /**
     * Its rate over its time.
     *
     * @param before the rate at which the segment before it ends, grains a nanosecond; 0 at the beginning
     */
    Curve curve(long before);

    /**
     * A time within bounds, in nanoseconds.
     *
     * @throws IllegalArgumentException when it is shorter or longer, or not in whole microseconds
     */
    static long nanos(String what, Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0 || time.toNanosPart() % 1_000 != 0) {
            String shown = time.isNegative() || time.compareTo(LONGEST) > 0 ? time.toString() : DurationText.of(time);
            throw new IllegalArgumentException(what + " " + shown + ": allowed " + DurationText.of(SHORTEST) + " to "
                    + DurationText.of(LONGEST) + " in whole microseconds");
        }
        return time.toNanos();
    }

    /** As {@link #nanos}, but null is without end. */
    static long nanosOrEndless(@Nullable Duration length) {
        return length == null ? LoadProfile.ENDLESS : nanos("length", length);
    }

    /** The words that end a segment's text. */
    static String lasting(@Nullable Duration length) {
        return length == null ? "" : " for " + DurationText.of(length);
    }
}
