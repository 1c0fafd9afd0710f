package dev.hydrant.cli.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The distribution of one stage, in milliseconds.
 *
 * @param count how many records, 1 or more
 * @param curve some forty points, percentiles rising from 0 to 100
 */
public record StageLatency(
        long count,
        double mean,
        double p50,
        double p90,
        double p95,
        double p99,
        double p999,
        double max,
        List<CurvePoint> curve) {

    public StageLatency {
        curve = List.copyOf(curve);
    }

    /** So many percent of the records took so many milliseconds or less; in the file a pair of numbers. */
    public record CurvePoint(double percentile, double millis) {

        @JsonCreator
        static CurvePoint of(double[] pair) {
            return new CurvePoint(pair[0], pair[1]);
        }

        /** Percentiles keep their decimals: 99.9999 is not 100. */
        @JsonValue
        BigDecimal[] pair() {
            return new BigDecimal[] {
                BigDecimal.valueOf(percentile), BigDecimal.valueOf(millis).setScale(3, RoundingMode.HALF_EVEN)
            };
        }
    }
}
