package dev.hydrant.cli.scenario;

import dev.hydrant.record.sensor.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run generates.
 *
 * @param seed of all values
 * @param sensors the fleet
 * @param start time of the first record, or null for when the run begins
 * @param duration after which every stream ends that has not before, or null
 * @param count most records of each stream, or null
 * @param streams each with another kind of records
 */
public record Scenario(
        long seed,
        Fleet sensors,
        @Nullable Instant start,
        @Nullable Duration duration,
        @Nullable Long count,
        List<ScenarioStream> streams) {}
