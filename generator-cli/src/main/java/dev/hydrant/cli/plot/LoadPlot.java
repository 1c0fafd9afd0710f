package dev.hydrant.cli.plot;

import dev.hydrant.cli.progress.Amount;
import dev.hydrant.load.DurationText;
import dev.hydrant.load.LoadProfile;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * A load in lines of text: filled up to the mean rate of each column's time, shaded up to its highest. The time goes to the
 * right, the rate up from 0.
 */
public final class LoadPlot {

    private static final int ROWS = 12;
    private static final int LEAST = 20;
    private static final int TICKS = 5;

    private final LoadProfile load;
    private final long end;
    private final int columns;
    private final Ink ink;

    /**
     * Draws the load up to {@code end}.
     *
     * @param end nanoseconds, above 0
     * @param columns the width of all of it, 40 or more
     */
    public LoadPlot(LoadProfile load, long end, int columns, Ink ink) {
        this.load = load;
        this.end = end;
        this.columns = columns;
        this.ink = ink;
    }

    public void print(PrintWriter out) {
        double top = load.peak();
        String[] labels = new String[ROWS];
        int margin = 0;
        for (int row = 0; row < ROWS; row++) {
            boolean shown = row % 3 == 0;
            labels[row] = shown ? Amount.rate(top * (ROWS - row) / ROWS) + "/s" : "";
            margin = Math.max(margin, labels[row].length());
        }
        int width = Math.max(LEAST, columns - margin - 3);
        LoadSlice[] slices = LoadSlice.cut(load, end, width);
        for (int row = 0; row < ROWS; row++) {
            StringBuilder line =
                    new StringBuilder(pad(labels[row], margin)).append(' ').append(ink.side);
            int below = ROWS - 1 - row;
            for (LoadSlice slice : slices) {
                line.append(cell(slice.mean() / top * ROWS - below, slice.highest() / top * ROWS - below));
            }
            out.println(line.toString().stripTrailing());
        }
        axis(margin, width, out);
    }

    private char cell(double mean, double highest) {
        char filled = ink.fill(mean);
        return filled == ' ' && highest > 0.5 ? ink.shade : filled;
    }

    private void axis(int margin, int width, PrintWriter out) {
        StringBuilder line = new StringBuilder(String.valueOf(ink.floor).repeat(width));
        StringBuilder times = new StringBuilder();
        for (int tick = 0; tick < TICKS; tick++) {
            int column = (width - 1) * tick / (TICKS - 1);
            String time = time(end / (TICKS - 1) * tick);
            // The last label ends below its tick; one without room is left out.
            int start = tick == TICKS - 1 ? column + 1 - time.length() : column;
            if (start > times.length() || times.isEmpty()) {
                line.setCharAt(column, ink.tick);
                times.append(" ".repeat(Math.max(0, start - times.length()))).append(time);
            }
        }
        out.println(pad("0/s", margin) + " " + ink.corner + line);
        out.println(" ".repeat(margin + 2) + times);
    }

    /** To three digits or so: 0s, 37.5s, 12m30s, 1d6h. */
    private static String time(long nanos) {
        long unit = 1_000;
        while (nanos / unit >= 10_000 && unit < 1_000_000_000) {
            unit *= 10;
        }
        long step = nanos >= 86_400_000_000_000L ? 3_600_000_000_000L : unit;
        return nanos == 0 ? "0s" : DurationText.of(Duration.ofNanos(Math.round((double) nanos / step) * step));
    }

    private static String pad(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
