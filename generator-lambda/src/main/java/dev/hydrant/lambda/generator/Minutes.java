package dev.hydrant.lambda.generator;

import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.LoadProfile;
import java.util.concurrent.TimeUnit;

/**
 * A load that sends at one rate for the first seconds of every minute, from the Unix epoch on. Every invocation knows its
 * part of it from its scheduled time alone, so none leaves a gap, none overlaps another, and one that is repeated makes the
 * same records again.
 *
 * <pre>
 *   n        records a minute: those due in its first seconds at the rate
 *   due(i)   = 60 s · floor(i / n) + rate.due(i mod n)
 *   minute m has the indexes m n to (m + 1) n - 1
 * </pre>
 */
public final class Minutes implements LoadProfile {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ConstantRate rate;
    private final long sending;
    private final long perMinute;

    /** Sends at {@code rate} for {@code seconds} of each minute, 1 to 60. */
    public Minutes(ConstantRate rate, int seconds) {
        if (seconds < 1 || seconds > 60) {
            throw new IllegalArgumentException(seconds + " seconds of a minute: allowed 1 to 60");
        }
        this.rate = rate;
        this.sending = TimeUnit.SECONDS.toNanos(seconds);
        this.perMinute = rate.count(sending);
    }

    /** The number of the minute, counted from the Unix epoch, that {@code epochSecond} is in. */
    public static long number(long epochSecond) {
        return Math.floorDiv(epochSecond, 60);
    }

    /** Nanoseconds from the Unix epoch to the beginning of a minute. */
    public static long start(long minute) {
        return Math.multiplyExact(minute, MINUTE);
    }

    /** Records a minute. */
    public long perMinute() {
        return perMinute;
    }

    /** The first index of a minute; the one after its last is the next minute's first. */
    public long first(long minute) {
        return Math.multiplyExact(minute, perMinute);
    }

    @Override
    public long due(long index) {
        long minute = index / perMinute;
        return start(minute) + rate.due(index - minute * perMinute);
    }

    @Override
    public double rate(long t) {
        return t % MINUTE < sending ? rate.rate(t) : 0;
    }

    @Override
    public long count(long t) {
        if (t <= 0) {
            return 0;
        }
        return first(t / MINUTE) + Math.min(perMinute, rate.count(t % MINUTE));
    }

    /** The same load, timed from the beginning of a minute. */
    public LoadProfile from(long minute) {
        long start = start(minute);
        return new LoadProfile() {
            @Override
            public long due(long index) {
                return Minutes.this.due(index) - start;
            }

            @Override
            public double rate(long t) {
                return Minutes.this.rate(start + t);
            }

            @Override
            public long count(long t) {
                return Minutes.this.count(start + t);
            }
        };
    }
}
