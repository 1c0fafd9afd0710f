package dev.hydrant.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A sine wave that begins at its lowest rate l, is at its highest h after half a period p, and back after a whole one.
 *
 * <pre>
 *   rate(t) = l + (h - l) sin^2(pi t / p)
 *   n(t)    = (h + l) t / 2 - (h - l) p / (4 pi) sin(2 pi t / p)
 * </pre>
 *
 * The inverse has no closed form, and a sum of sines in doubles need not even rise. So the wave is drawn by straight lines
 * between {@value #CORNERS} corners on it in each quarter, and those are inverted exactly: the rate is off by less than 2 10^-8
 * of h - l, the count by less than 10^-9 p (h - l) in between and by nothing at every half period, for as long as it
 * goes on. The corners come from {@link StrictMath}, the same on every machine.
 *
 * @param low from 0, below {@code high}
 * @param every the period, at least 1 ms
 * @param length null for no end
 */
public record Sine(
        Rate low, Rate high, Duration every, @Nullable Duration length) implements Segment {

    private static final int CORNERS = 4096;

    public Sine {
        if (low.grains() >= high.grains()) {
            throw new IllegalArgumentException(
                    "sine " + low + ".." + high + ": allowed the lowest rate first, from 0, then a higher one");
        }
        Segment.nanos("period", every);
        Segment.nanosOrEndless(length);
    }

    @Override
    public Curve curve(long before) {
        long period = every.toNanos();
        // Whole microseconds have whole quarters.
        long quarter = period / 4;
        long[] starts = new long[4 * CORNERS];
        long[] left = new long[4 * CORNERS];
        long[] right = new long[4 * CORNERS];
        for (int corner = 0; corner < CORNERS; corner++) {
            long begin = time(corner, quarter);
            long end = time(corner + 1, quarter);
            long first = height(begin, period);
            long last = height(end, period);
            // The other quarters mirror this one, so that each half period has exactly its mean.
            draw(corner, begin, first, last, starts, left, right);
            draw(2 * CORNERS - 1 - corner, 2 * quarter - end, sum() - last, sum() - first, starts, left, right);
            draw(2 * CORNERS + corner, 2 * quarter + begin, sum() - first, sum() - last, starts, left, right);
            draw(4 * CORNERS - 1 - corner, period - end, last, first, starts, left, right);
        }
        return new Curve(starts, left, right, period, Segment.nanosOrEndless(length));
    }

    private static void draw(int piece, long start, long from, long to, long[] starts, long[] left, long[] right) {
        starts[piece] = start;
        left[piece] = from;
        right[piece] = to;
    }

    private static long time(int corner, long quarter) {
        return corner * (quarter / CORNERS) + corner * (quarter % CORNERS) / CORNERS;
    }

    /** Even grains a nanosecond at a time of the first quarter. */
    private long height(long t, long period) {
        double sine = StrictMath.sin(Math.PI * t / period);
        return low.grains() + 2 * Math.round((high.grains() - low.grains()) / 2.0 * sine * sine);
    }

    private long sum() {
        return low.grains() + high.grains();
    }

    @Override
    public String toString() {
        return "sine " + low + ".." + high + " every " + DurationText.of(every) + Segment.lasting(length);
    }
}
