package dev.hydrant.run;

import dev.hydrant.load.LoadProfile;
import dev.hydrant.record.RecordSource;
import dev.hydrant.scenario.Shard;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that decides which records a run makes, and when.
 *
 * @param source makes the records
 * @param profile when each is due
 * @param start event time of the run's beginning, epoch nanoseconds
 * @param from first index
 * @param to index after the last
 * @param shard this run's share of them
 * @param length how long the run goes on at least, nanoseconds: to the end of the last record's interval, or 0
 * @param linger how long a record may wait for its batch to fill
 * @param ceiling most records made in a second when catching up
 * @param dropAfter records that could be made only this many nanoseconds after they were due, or later, are left out; {@link #NEVER}
 *     sends all, however late
 */
public record RunPlan(
        RecordSource source,
        LoadProfile profile,
        long start,
        long from,
        long to,
        Shard shard,
        long length,
        Duration linger,
        double ceiling,
        long dropAfter) {

    /** Late is allowed, lost is not. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A plan that sends every record, however late. */
    public RunPlan(
            RecordSource source,
            LoadProfile profile,
            long start,
            long from,
            long to,
            Shard shard,
            long length,
            Duration linger,
            double ceiling) {
        this(source, profile, start, from, to, shard, length, linger, ceiling, NEVER);
    }

    public RunPlan {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("indexes " + from + " to " + to + ": allowed 0 <= from <= to");
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("linger " + linger + ": allowed from 0");
        }
    }

    /** How many records of each type the plan has up to index {@code end}, exclusive; empty where all are alike. */
    public SortedMap<String, Long> types(long end) {
        SortedMap<String, Long> types = new TreeMap<>();
        long first = shard.ceiling(from);
        if (first < end && !source.typeOf(first).isEmpty()) {
            for (long index = first; index < end; index += shard.of()) {
                types.merge(source.typeOf(index), 1L, Long::sum);
            }
        }
        return types;
    }
}
