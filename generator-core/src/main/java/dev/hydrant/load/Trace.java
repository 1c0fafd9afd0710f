package dev.hydrant.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded load: each rate holds until the time of the next, the last as long as the one before it.
 *
 * <pre>
 *   rate(t) = r[k],   k  the last with t[k] &lt;= t
 *   n(t)    = sum over j &lt; k of r[j] (t[j + 1] - t[j]) + r[k] (t - t[k])
 * </pre>
 */
public final class Trace implements Segment {

    private final String file;
    private final long[] times;
    private final List<Rate> rates;
    private final Duration length;

    /**
     * @param file its name: for the text alone
     * @param times nanoseconds, each above the one before; the first is the beginning
     * @param rates as many, two at least, not all of them 0
     * @throws IllegalArgumentException when they are not so
     */
    public Trace(String file, long[] times, List<Rate> rates) {
        this.file = file;
        this.rates = List.copyOf(rates);
        if (times.length != rates.size() || times.length < 2) {
            throw new IllegalArgumentException(file + " has " + Math.min(times.length, rates.size())
                    + " rows with a time and a rate: allowed 2 or more");
        }
        this.times = new long[times.length];
        for (int row = 1; row < times.length; row++) {
            if (times[row] <= times[row - 1]) {
                throw new IllegalArgumentException(file + ", row " + (row + 1) + " is at " + times[row]
                        + " ns after one at " + times[row - 1] + " ns: allowed a later time than the row before");
            }
            this.times[row] = Math.subtractExact(times[row], times[0]);
        }
        if (rates.stream().allMatch(Rate::isZero)) {
            throw new IllegalArgumentException(file + " has no rate above 0: allowed one at least");
        }
        int last = times.length - 1;
        length = Duration.ofNanos(this.times[last]).plusNanos(this.times[last] - this.times[last - 1]);
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    file + " is " + length.toDays() + " days long: allowed up to " + LONGEST.toDays());
        }
    }

    /** When each rate begins, nanoseconds after the first. */
    public long[] times() {
        return times.clone();
    }

    public List<Rate> rates() {
        return rates;
    }

    @Override
    public Duration length() {
        return length;
    }

    @Override
    public Curve curve(long before) {
        long[] grains = rates.stream().mapToLong(Rate::grains).toArray();
        return Curve.stairs(times, grains, length.toNanos(), length.toNanos());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace trace
                && file.equals(trace.file)
                && Arrays.equals(times, trace.times)
                && rates.equals(trace.rates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + rates.hashCode();
    }

    @Override
    public String toString() {
        return "trace " + file;
    }
}
