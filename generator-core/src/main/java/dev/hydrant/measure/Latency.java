package dev.hydrant.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Durations as they come in from several threads, and their distribution so far: three significant digits up to an hour. */
public final class Latency {

    private static final long LONGEST = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Recorder recorder = new Recorder(LONGEST, DIGITS);
    private final Histogram total = new Histogram(LONGEST, DIGITS);
    private Histogram interval = recorder.getIntervalHistogram();

    /** Takes in one duration; what is outside 0 to one hour counts as the nearest of them. */
    public void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(LONGEST, nanos)));
    }

    /** Takes in what was recorded since the last call and tells the whole. */
    public synchronized Quantiles quantiles() {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
        return total.getTotalCount() == 0
                ? Quantiles.NONE
                : new Quantiles(
                        total.getValueAtPercentile(50) / 1e6,
                        total.getValueAtPercentile(99) / 1e6,
                        total.getMaxValue() / 1e6);
    }
}
