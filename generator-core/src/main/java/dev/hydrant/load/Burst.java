package dev.hydrant.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A high rate p for the first time w of every period e, and a base rate b for the rest of it.
 *
 * <pre>
 *   rate(t) = p when t mod e &lt; w, else b
 *   n(t)    = k (p w + b (e - w)) + p min(u, w) + b max(0, u - w),   k = floor(t / e),  u = t mod e
 * </pre>
 *
 * @param peak above the base
 * @param base between the bursts
 * @param width of a burst, shorter than the period
 * @param every the period, from one burst's beginning to the next's
 * @param length null for no end
 */
public record Burst(
        Rate peak,
        Rate base,
        Duration width,
        Duration every,
        @Nullable Duration length) implements Segment {

    public Burst {
        if (peak.grains() <= base.grains()) {
            throw new IllegalArgumentException("burst " + peak + " over " + base + ": allowed a burst above its base");
        }
        Segment.nanos("burst", width);
        Segment.nanos("period", every);
        if (width.compareTo(every) >= 0) {
            throw new IllegalArgumentException("burst for " + DurationText.of(width) + " every "
                    + DurationText.of(every) + ": allowed bursts shorter than their period");
        }
        Segment.nanosOrEndless(length);
    }

    @Override
    public Curve curve(long before) {
        long[] starts = {0, width.toNanos()};
        long[] grains = {peak.grains(), base.grains()};
        return Curve.stairs(starts, grains, every.toNanos(), Segment.nanosOrEndless(length));
    }

    @Override
    public String toString() {
        return "burst " + peak + (base.isZero() ? "" : " over " + base) + " for " + DurationText.of(width) + " every "
                + DurationText.of(every) + Segment.lasting(length);
    }
}
