package dev.hydrant.cli.page;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as the pages show them, the same in every locale. */
final class Numbers {

    private Numbers() {}

    /** 12,345 */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    /** Three digits or so, 0.123, 1.23, 12.3, 1,234; whole numbers as such; a dash for what was not measured. */
    static String digits(@Nullable Double value) {
        if (value == null || value.isNaN()) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT,
                size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f",
                value);
    }

    /** A rate keeps its decimals only where they say something. */
    static String rate(@Nullable Double perSecond) {
        if (perSecond == null || perSecond.isNaN()) {
            return digits(perSecond);
        }
        return String.format(
                Locale.ROOT, perSecond >= 10_000 || perSecond == Math.rint(perSecond) ? "%,.0f" : "%,.1f", perSecond);
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f", bytes / (double) (1 << 20));
    }

    /** The middle one; of an even number the mean of the two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
