package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * One second of a repetition. Latencies are of what was acknowledged in it, absent when nothing was.
 *
 * @param second 0 is the first
 * @param asked due in this second
 * @param p50 of due to acknowledged, as are p90, p99 and max
 * @param sentP50 of sent to acknowledged, as is sentP99
 * @param latenessP99 of due to made, of what was made in this second
 * @param bytes acknowledged
 * @param backlog at the end of the second: generated and not yet settled, and due and not yet generated
 * @param landed rows visible so far; only of a local Firehose
 * @param freshness age in seconds of the oldest acknowledged record whose row is not visible yet
 * @param cpu cores that this process kept busy
 */
public record Second(
        int second,
        double asked,
        long generated,
        long acknowledged,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p99,
        @Nullable Double max,
        @Nullable Double sentP50,
        @Nullable Double sentP99,
        @Nullable Double latenessP99,
        long bytes,
        long retries,
        long throttles,
        long backlog,
        @Nullable Long landed,
        @Nullable Double freshness,
        @Nullable Double cpu,
        @Nullable Double gcMillis,
        @Nullable Long heapBytes) {}
