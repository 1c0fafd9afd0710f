package dev.hydrant.load;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The rate of one segment over its time: linear between corners, with jumps allowed, repeated after a period. Exact: all
 * values are whole numbers of {@link Rate#RECORD grains}, compared in 128 bits, so nothing is rounded and nothing adds up.
 *
 * <pre>
 *   a, b   rate at the beginning and at the end of a piece, even grains a nanosecond;  d  its length, nanoseconds
 *   rate(t) = a + (b - a) t / d                      0 &lt;= t &lt; d
 *   n(t)    = a t + (b - a) t^2 / (2 d)              its integral; n(d) = (a + b) d / 2 is whole
 *   n(t) &lt;= x   is asked as   t (2 d a + (b - a) t) - 2 d x &lt;= 0
 *   inverse   t = 2 x / (a + sqrt(a^2 + 2 (b - a) x / d))
 * </pre>
 *
 * The last two lines work together: the closed form, in doubles, is right to a few nanoseconds; the comparison, exact as long as
 * both sides lie within 30 records of each other (pieces are at most ten years long), corrects it to the nanosecond.
 */
public final class Curve {

    private final long[] starts;
    private final long[] left;
    private final long[] right;
    /** What is due before each piece of a period, and, as the last, in a whole period. */
    private final Wide[] before;

    /** The same in doubles: where to begin looking. */
    private final double[] nearly;

    private final long period;
    private final long length;

    /**
     * @param starts of the pieces in a period, the first 0, each above the one before
     * @param period length of the pieces together
     * @param length of the segment
     */
    Curve(long[] starts, long[] left, long[] right, long period, long length) {
        this.starts = starts;
        this.left = left;
        this.right = right;
        this.period = period;
        this.length = length;
        before = new Wide[starts.length + 1];
        before[0] = Wide.ZERO;
        for (int piece = 0; piece < starts.length; piece++) {
            before[piece + 1] = before[piece].plus(whole(piece));
        }
        nearly = Arrays.stream(before).mapToDouble(Wide::toDouble).toArray();
    }

    /** The same rate all the time. */
    static Curve flat(long grains, long length) {
        return line(grains, grains, length);
    }

    /** From one rate to another. */
    static Curve line(long from, long to, long length) {
        return new Curve(new long[] {0}, new long[] {from}, new long[] {to}, length, length);
    }

    /** One rate after the other, each from its start on. */
    static Curve stairs(long[] starts, long[] grains, long period, long length) {
        return new Curve(starts, grains, grains, period, length);
    }

    long length() {
        return length;
    }

    /** Grains a nanosecond at {@code t} from 0 to below the length. */
    double rate(long t) {
        long phase = t % period;
        int piece = pieceAt(phase);
        return rate(piece, phase - starts[piece]);
    }

    /** The most grains a nanosecond in its length. */
    long peak() {
        long peak = length < period ? lastRate() : 0;
        for (int piece = 0; piece < starts.length && starts[piece] < length; piece++) {
            boolean whole = starts[piece] + length(piece) <= length;
            peak = Math.max(peak, Math.max(left[piece], whole ? right[piece] : 0));
        }
        return peak;
    }

    /** Grains a nanosecond over a period. */
    double mean() {
        return before[starts.length].toDouble() / period;
    }

    /** Grains a nanosecond just before the segment's end, a rate to go on from: even and from 0. */
    long lastRate() {
        long phase = (length - 1) % period + 1;
        int piece = pieceAt(phase - 1);
        return 2 * Math.round(rate(piece, phase - starts[piece]) / 2);
    }

    /** All of the segment's grains, rounded up: less than what is due by its end it must not be. */
    Wide total() {
        long phase = length % period;
        int piece = pieceAt(phase);
        long t = phase - starts[piece];
        BigInteger twice = BigInteger.valueOf(length(piece)).shiftLeft(1);
        BigInteger[] bent = BigInteger.valueOf(t)
                .pow(2)
                .multiply(BigInteger.valueOf(right[piece] - left[piece]))
                .divideAndRemainder(twice);
        BigInteger above = bent[1].signum() > 0 ? bent[0].add(BigInteger.ONE) : bent[0];
        Wide curved = new Wide(above.shiftRight(64).longValue(), above.longValue());
        return cycles(length / period)
                .plus(before[piece])
                .plus(Wide.product(left[piece], t))
                .plus(curved);
    }

    /** The last nanosecond at which no more than {@code x} grains are due; {@code x} from 0 and less than ever are. */
    long last(Wide x) {
        Wide whole = before[starts.length];
        long cycle = (long) (x.toDouble() / whole.toDouble());
        while (cycles(cycle).compareTo(x) > 0) {
            cycle--;
        }
        while (cycles(cycle + 1).compareTo(x) <= 0) {
            cycle++;
        }
        Wide rest = x.minus(cycles(cycle));
        int piece = pieceOf(rest);
        return Math.addExact(Math.multiplyExact(cycle, period), starts[piece] + last(piece, rest.minus(before[piece])));
    }

    /** How many whole records are due before {@code t}, begun ones counted, when {@code earlier} grains were before this segment. */
    long count(long t, Wide earlier) {
        long phase = t % period;
        int piece = pieceAt(phase);
        long local = phase - starts[piece];
        Wide base = earlier.plus(cycles(t / period)).plus(before[piece]);
        double bent = (double) (right[piece] - left[piece]) / (2.0 * length(piece)) * local * local;
        long count = (long) Math.ceil((base.toDouble() + (double) left[piece] * local + bent) / Rate.RECORD);
        while (isOver(piece, local, Wide.product(count, Rate.RECORD).minus(base))) {
            count++;
        }
        while (count > 0
                && !isOver(piece, local, Wide.product(count - 1, Rate.RECORD).minus(base))) {
            count--;
        }
        return count;
    }

    private long last(int piece, Wide x) {
        long end = length(piece);
        long low = Math.min(Math.max(0, (long) inverse(piece, x)), end - 1);
        long high = end;
        for (long step = 1; isOver(piece, low, x); step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        for (long step = 1; low + step < high; step *= 2) {
            if (isOver(piece, low + step, x)) {
                high = low + step;
                break;
            }
            low += step;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (isOver(piece, middle, x)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Falling pieces are taken from their end: near it, the difference under the root would leave no digits. */
    private double inverse(int piece, Wide x) {
        double d = length(piece);
        double rise = right[piece] - left[piece];
        if (rise < 0) {
            double rest = whole(piece).minus(x).toDouble();
            return d
                    - 2 * rest / (right[piece] + Math.sqrt((double) right[piece] * right[piece] - 2 * rise * rest / d));
        }
        double due = x.toDouble();
        return 2 * due / (left[piece] + Math.sqrt((double) left[piece] * left[piece] + 2 * rise * due / d));
    }

    private boolean isOver(int piece, long t, Wide x) {
        long rise = right[piece] - left[piece];
        if (rise == 0) {
            return Wide.product(left[piece], t).compareTo(x) > 0;
        }
        long twice = 2 * length(piece);
        return Wide.product(left[piece], twice)
                .plus(Wide.product(rise, t))
                .times(t)
                .minus(x.times(twice))
                .isPositive();
    }

    private double rate(int piece, long t) {
        return left[piece] + (double) (right[piece] - left[piece]) * t / length(piece);
    }

    private long length(int piece) {
        return (piece + 1 < starts.length ? starts[piece + 1] : period) - starts[piece];
    }

    private Wide whole(int piece) {
        // Half the sum of two even rates is whole.
        return Wide.product((left[piece] + right[piece]) / 2, length(piece));
    }

    private Wide cycles(long number) {
        return before[starts.length].times(number);
    }

    private int pieceAt(long phase) {
        int found = Arrays.binarySearch(starts, phase);
        return found < 0 ? -found - 2 : found;
    }

    /** The last piece before which no more than {@code x} is due: not one without records. */
    private int pieceOf(Wide x) {
        int found = Arrays.binarySearch(nearly, x.toDouble());
        int piece = Math.max(0, Math.min(found < 0 ? -found - 2 : found, starts.length - 1));
        while (piece > 0 && before[piece].compareTo(x) > 0) {
            piece--;
        }
        while (piece + 1 < starts.length && before[piece + 1].compareTo(x) <= 0) {
            piece++;
        }
        return piece;
    }
}
