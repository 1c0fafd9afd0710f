package dev.hydrant.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From one rate a to another b in a time d, along a straight line.
 *
 * <pre>
 *   rate(t) = a + (b - a) t / d
 *   n(t)    = a t + (b - a) t^2 / (2 d)
 *   t(n)    = 2 n / (a + sqrt(a^2 + 2 (b - a) n / d))
 * </pre>
 *
 * @param from null for the rate at which the segment before ends, 0 at the beginning
 */
public record Ramp(@Nullable Rate from, Rate to, Duration length) implements Segment {

    public Ramp {
        Segment.nanos("length", length);
    }

    @Override
    public Curve curve(long before) {
        return Curve.line(from == null ? before : from.grains(), to.grains(), Segment.nanos("length", length));
    }

    @Override
    public String toString() {
        return "ramp " + (from == null ? "" : "from " + from + " ") + "to " + to + " in " + DurationText.of(length);
    }
}
