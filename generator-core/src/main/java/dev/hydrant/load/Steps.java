package dev.hydrant.load;

import java.time.Duration;

/**
 * From one rate a to another in steps of s, up or down, each held for a time e.
 *
 * <pre>
 *   rate(t) = a + k s,  k = floor(t / e)
 *   n(t)    = e (k a + s k (k - 1) / 2) + (a + k s) (t - k e)
 * </pre>
 *
 * @param by above 0; a whole number of them leads from the first rate to the last
 */
public record Steps(Rate from, Rate to, Rate by, Duration every) implements Segment {

    private static final int MOST = 10_000;

    public Steps {
        Segment.nanos("step", every);
        long height = Math.abs(to.grains() - from.grains());
        if (by.isZero() || height == 0 || height % by.grains() != 0 || height / by.grains() >= MOST) {
            throw new IllegalArgumentException("steps " + from + ".." + to + " by " + by
                    + ": allowed two different rates, and steps above 0 that lead from the one exactly to the other, at most "
                    + MOST);
        }
        Segment.nanos("length", every.multipliedBy(height / by.grains() + 1));
    }

    @Override
    public Duration length() {
        return every.multipliedBy(Math.abs(to.grains() - from.grains()) / by.grains() + 1);
    }

    @Override
    public Curve curve(long before) {
        long each = every.toNanos();
        int count = Math.toIntExact(length().toNanos() / each);
        long rise = to.grains() > from.grains() ? by.grains() : -by.grains();
        long[] starts = new long[count];
        long[] grains = new long[count];
        for (int step = 0; step < count; step++) {
            starts[step] = step * each;
            grains[step] = from.grains() + step * rise;
        }
        return Curve.stairs(starts, grains, count * each, count * each);
    }

    @Override
    public String toString() {
        return "steps " + from + ".." + to + " by " + by + " every " + DurationText.of(every);
    }
}
