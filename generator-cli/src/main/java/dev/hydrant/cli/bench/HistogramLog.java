package dev.hydrant.cli.bench;

import dev.hydrant.measure.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.jspecify.annotations.Nullable;

/** Each second's histogram of each stage, in HdrHistogram's own log format, so that its tools read it; tagged with the stage's name. */
final class HistogramLog implements Closeable {

    private static final double NANOS_IN_MILLI = 1e6;

    private final @Nullable PrintStream out;
    private final @Nullable HistogramLogWriter log;

    private HistogramLog(@Nullable PrintStream out) {
        this.out = out;
        this.log = out == null ? null : new HistogramLogWriter(out);
    }

    /** A log that keeps nothing. */
    static HistogramLog none() {
        return new HistogramLog(null);
    }

    static HistogramLog to(Path file) throws IOException {
        HistogramLog opened = new HistogramLog(new PrintStream(file.toFile(), StandardCharsets.UTF_8));
        if (opened.log != null) {
            opened.log.outputComment(
                    "[Latencies of Hydrant in nanoseconds; the column of the maximum is in milliseconds]");
            opened.log.outputLogFormatVersion();
            opened.log.outputLegend();
        }
        return opened;
    }

    /** Times are epoch milliseconds. */
    synchronized void add(Stage stage, Histogram interval, long from, long to) {
        if (log != null && interval.getTotalCount() > 0) {
            interval.setTag(stage.label());
            interval.setStartTimeStamp(from);
            interval.setEndTimeStamp(to);
            log.outputIntervalHistogram(from / 1e3, to / 1e3, interval, NANOS_IN_MILLI);
        }
    }

    /** @throws IOException when something could not be written */
    @Override
    public void close() throws IOException {
        if (out != null) {
            boolean failed = out.checkError();
            out.close();
            if (failed) {
                throw new IOException("the histogram log could not be written: is the disk full?");
            }
        }
    }
}
