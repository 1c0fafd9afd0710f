package dev.hydrant.cli.compare;

import org.jspecify.annotations.Nullable;

/**
 * How two runs differ in one measure.
 *
 * @param difference other − base
 * @param low lower end of the interval of the difference; absent, as is high, when there are too few values for one
 * @param smallest a difference of no more than this is not worth telling
 */
public record Difference(
        String measure,
        String unit,
        boolean moreIsFaster,
        double base,
        double other,
        double difference,
        @Nullable Double low,
        @Nullable Double high,
        double smallest,
        Verdict verdict) {}
