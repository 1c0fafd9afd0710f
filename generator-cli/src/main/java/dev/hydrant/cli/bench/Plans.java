package dev.hydrant.cli.bench;

import dev.hydrant.load.LoadProfile;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.run.RecordKind;
import dev.hydrant.run.RunPlan;
import dev.hydrant.scenario.Shard;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What the stretches of a benchmark send: each its own values, so that no two of them send the same records. */
final class Plans {

    /** Quota of a stream in the larger regions, records a second (AWS documentation of Firehose quotas). */
    private static final double QUOTA = 500_000;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RecordKind kind;
    private final long seed;
    private final Fleet fleet;
    private final BenchSettings settings;
    private long stretch;

    Plans(RecordKind kind, long seed, Fleet fleet, BenchSettings settings) {
        this.kind = kind;
        this.seed = seed;
        this.fleet = fleet;
        this.settings = settings;
    }

    /** The next stretch: all of the load, which has an end. */
    RunPlan next(LoadProfile load, Instant begun) {
        long start = TimeUnit.SECONDS.toNanos(begun.getEpochSecond()) + begun.getNano();
        long records = load.count(load.length());
        double mean = records * NANOS / load.length();
        RecordSource source =
                kind.source(seed + stretch++, fleet, Math.max(mean, 1e-6), index -> start + load.due(index));
        return new RunPlan(
                source,
                load,
                start,
                0,
                records,
                Shard.WHOLE,
                load.length(),
                settings.linger(),
                // Free to catch up: what a stall has cost must show as latency, not as a slow recovery.
                Math.max(QUOTA, 2 * load.peak()),
                settings.drop() ? settings.tolerance().toNanos() : RunPlan.NEVER);
    }
}
