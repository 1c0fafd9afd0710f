package dev.hydrant.cli;

import dev.hydrant.load.ConstantRate;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.RunPlan;
import dev.hydrant.scenario.Shard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stream a run makes: as long as it is to last, as many as it is to make, or whichever ends first.
 *
 * @param duration null when only the number counts; 50 s when both are null
 * @param count null when only the time counts
 */
record RunLength(
        ConstantRate rate,
        @Nullable Duration duration,
        @Nullable Long count) {

    private static final Duration USUAL = Duration.ofSeconds(50);

    /** Quota of a stream in the larger regions, records a second (AWS documentation of Firehose quotas). */
    private static final double QUOTA = 500_000;

    /** A plan of that length; it may catch up at twice its rate, or at the quota where that is more. */
    RunPlan plan(RecordSource source, long start, Duration linger) {
        Duration longest = duration == null && count == null ? USUAL : duration;
        long most = count == null ? Long.MAX_VALUE : count;
        long due = longest == null ? Long.MAX_VALUE : rate.count(longest.toNanos());
        // A run of a given length lasts to the end of it; one of a given number ends with its last record.
        long lasts = longest == null || most < due ? 0 : longest.toNanos();
        double ceiling = Math.max(QUOTA, 2 * rate.rate(0));
        return new RunPlan(source, rate, start, 0, Math.min(most, due), Shard.WHOLE, lasts, linger, ceiling);
    }
}
