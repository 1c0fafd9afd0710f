package dev.hydrant.record;

import java.util.function.LongUnaryOperator;

/** The event times that can be written as text: from ten digits of Unix seconds to what a long of nanoseconds holds. */
public final class EventTimes {

    /** 2001-09-09T01:46:40Z, in nanoseconds since the Unix epoch. */
    public static final long MIN = 1_000_000_000_000_000_000L;

    private EventTimes() {}

    /**
     * Stops a record that cannot be written.
     *
     * @throws IllegalArgumentException when the index is negative or the event time before {@link #MIN}
     */
    public static void check(long index, long eventTime) {
        if (index < 0) {
            throw new IllegalArgumentException("record index " + index + ": allowed from 0");
        }
        if (eventTime < MIN) {
            throw new IllegalArgumentException("event time " + eventTime + " ns since 1970: allowed " + MIN
                    + " (2001-09-09T01:46:40Z) to " + Long.MAX_VALUE + " (2262-04-11T23:47:16Z)");
        }
    }

    /**
     * The event time of record {@code first}, which the record {@code index} refers to.
     *
     * @param eventTimeOf event time by index
     * @throws IllegalArgumentException when it is before {@link #MIN} or after {@code eventTime}, that of {@code index}
     */
    public static long earlier(LongUnaryOperator eventTimeOf, long first, long index, long eventTime) {
        long time = eventTimeOf.applyAsLong(first);
        if (time < MIN || time > eventTime) {
            throw new IllegalArgumentException("event time " + time + " ns since 1970 of record " + first
                    + ", to which record " + index + " refers: allowed " + MIN + " to that one's, " + eventTime);
        }
        return time;
    }
}
