package dev.hydrant.cli;

import dev.hydrant.load.LoadProfile;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.RunPlan;
import dev.hydrant.scenario.Shard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stream a run makes: as long as it is to last, as many as it is to make, or whichever ends first.
 *
 * @param duration null when only the number counts; 50 s when both are null and the load does not end
 * @param count null when only the time counts
 */
record RunLength(
        LoadProfile load,
        @Nullable Duration duration,
        @Nullable Long count) {

    private static final Duration USUAL = Duration.ofSeconds(50);

    /** Quota of a stream in the larger regions, records a second (AWS documentation of Firehose quotas). */
    private static final double QUOTA = 500_000;

    /** A plan of that length; it may catch up at twice its highest rate, or at the quota where that is more. */
    RunPlan plan(RecordSource source, long start, Duration linger) {
        long longest = longest();
        long most = count == null ? Long.MAX_VALUE : count;
        long due = longest == LoadProfile.ENDLESS ? Long.MAX_VALUE : load.count(longest);
        // A run of a given length lasts to the end of it; one of a given number ends with its last record.
        long lasts = longest == LoadProfile.ENDLESS || most < due ? 0 : longest;
        double ceiling = Math.max(QUOTA, 2 * load.peak());
        return new RunPlan(source, load, start, 0, Math.min(most, due), Shard.WHOLE, lasts, linger, ceiling);
    }

    private long longest() {
        if (duration == null) {
            return count == null && load.length() == LoadProfile.ENDLESS ? USUAL.toNanos() : load.length();
        }
        return Math.min(duration.toNanos(), load.length());
    }
}
