package dev.hydrant.cli.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How many records waited, sampled time and again: generated and not settled, and due and not generated. Whether it grows
 * tells a rate that holds from one that does not, long before a record is lost.
 *
 * <p>Keeps at most {@link #MOST} samples; when there are more, every second one goes and the distance doubles.
 */
final class Backlog {

    private static final int MOST = 4096;
    /** Growth that is this share of the rate is too little to care about. */
    private static final double TOLERATED = 0.005;
    /** Standard errors that a difference must exceed: chance alone does in one of 30,000. */
    private static final double CERTAINTY = 4;

    private final List<Long> samples = new ArrayList<>();
    private int every = 1;
    private int skipped;
    private long max;

    void add(long records) {
        max = Math.max(max, records);
        if (++skipped < every) {
            return;
        }
        skipped = 0;
        samples.add(records);
        if (samples.size() == MOST) {
            for (int kept = 0; kept < MOST / 2; kept++) {
                samples.set(kept, samples.get(2 * kept + 1));
            }
            samples.subList(MOST / 2, MOST).clear();
            every *= 2;
        }
    }

    long max() {
        return max;
    }

    /**
     * Records a second by which it grows, or 0 when that is within its noise: the mean of the last quarter beside that of
     * the second, half of the run apart. The first quarter may fill the pipe.
     */
    double growth(double rate, double seconds) {
        int quarter = samples.size() / 4;
        if (quarter < 2) {
            return 0;
        }
        List<Long> early = samples.subList(quarter, 2 * quarter);
        List<Long> late = samples.subList(samples.size() - quarter, samples.size());
        double grown = mean(late) - mean(early);
        double noise = Math.sqrt((variance(late) + variance(early)) / quarter);
        double perSecond = grown / (seconds / 2);
        return perSecond > TOLERATED * rate && grown > CERTAINTY * noise ? perSecond : 0;
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static double variance(List<Long> values) {
        double mean = mean(values);
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
