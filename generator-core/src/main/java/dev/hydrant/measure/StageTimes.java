package dev.hydrant.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** The durations of one stage as they come in from several threads: by interval, and all. Three significant digits, up to an hour. */
public final class StageTimes {

    /** Longest duration told apart, in nanoseconds; longer ones count as this. */
    static final long LONGEST = 3_600_000_000_000L;

    static final int DIGITS = 3;

    private final Recorder recorder = new Recorder(LONGEST, DIGITS);
    private final Histogram total = new Histogram(LONGEST, DIGITS);
    private Histogram interval = recorder.getIntervalHistogram();

    /** Takes in one duration; what is outside 0 to one hour counts as the nearest of them. */
    void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(LONGEST, nanos)));
    }

    /** What was recorded since the last call, in nanoseconds; good until the next. For one thread. */
    public Histogram interval() {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
        return interval;
    }

    /** All that {@link #interval} has given so far. */
    public Histogram total() {
        return total;
    }
}
