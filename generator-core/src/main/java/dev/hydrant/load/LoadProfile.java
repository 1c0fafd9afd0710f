package dev.hydrant.load;

/**
 * When each record of a load is due, as a pure function: the inverse of the cumulative count.
 *
 * <pre>
 *   n(t)    records due before t nanoseconds: the integral of rate(t), rounded up
 *   due(i)  the time of record i: non-decreasing in i, due(0) &gt;= 0
 * </pre>
 */
public interface LoadProfile {

    /** The {@link #length} of a load that goes on until it is stopped. */
    long ENDLESS = Long.MAX_VALUE;

    /**
     * Nanoseconds after the start at which record {@code index} is due, rounded down.
     *
     * @param index from 0, and below {@code count(length())} where the load has an end
     * @throws ArithmeticException when the time does not fit 63 bits of nanoseconds (292 years)
     */
    long due(long index);

    /** Records per second asked for at {@code t} nanoseconds after the start. */
    double rate(long t);

    /** How many records are due before {@code t} nanoseconds after the start: the first index with {@code due(i) >= t}. */
    long count(long t);

    /** How long the load is, in nanoseconds, or {@link #ENDLESS}. */
    default long length() {
        return ENDLESS;
    }

    /** The highest rate that is ever asked for, records per second; of a load that never changes, its rate. */
    default double peak() {
        return rate(0);
    }

    /** Records per second on the whole; of a load without end, as it goes on for ever. */
    default double mean() {
        return rate(0);
    }
}
