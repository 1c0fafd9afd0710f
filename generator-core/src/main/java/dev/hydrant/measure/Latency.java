package dev.hydrant.measure;

import org.HdrHistogram.Histogram;

/** Durations as they come in from several threads, and their distribution so far. */
public final class Latency {

    private final StageTimes times = new StageTimes();

    /** Takes in one duration; what is outside 0 to one hour counts as the nearest of them. */
    public void record(long nanos) {
        times.record(nanos);
    }

    /** Takes in what was recorded since the last call and tells the whole. */
    public synchronized Quantiles quantiles() {
        times.interval();
        Histogram total = times.total();
        return total.getTotalCount() == 0
                ? Quantiles.NONE
                : new Quantiles(
                        total.getValueAtPercentile(50) / 1e6,
                        total.getValueAtPercentile(99) / 1e6,
                        total.getMaxValue() / 1e6);
    }
}
