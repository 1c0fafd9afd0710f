package dev.hydrant.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One rate r all the time.
 *
 * <pre>
 *   rate(t) = r;  n(t) = r t;  t(n) = n / r
 * </pre>
 *
 * @param rate above 0; for none there is {@link Pause}
 * @param length null for no end
 */
public record Hold(Rate rate, @Nullable Duration length) implements Segment {

    public Hold {
        if (rate.isZero()) {
            throw new IllegalArgumentException("rate " + rate + ": allowed above 0; for none say 'pause for TIME'");
        }
        Segment.nanosOrEndless(length);
    }

    @Override
    public Curve curve(long before) {
        return Curve.flat(rate.grains(), Segment.nanosOrEndless(length));
    }

    @Override
    public String toString() {
        return rate + Segment.lasting(length);
    }
}
