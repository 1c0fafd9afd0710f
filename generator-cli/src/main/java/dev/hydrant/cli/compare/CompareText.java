package dev.hydrant.cli.compare;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison for the terminal: one line a measure. */
public final class CompareText {

    private static final String LINE = "%-24s %-16s %12s %12s %12s  %-26s %s%n";

    private CompareText() {}

    /** Prints it; {@code base} and {@code other} are the files' names. */
    public static void print(Comparison comparison, String base, String other, PrintWriter out) {
        out.println("base  " + base);
        out.println("other " + other);
        for (String warning : comparison.warnings()) {
            out.println("note: " + warning);
        }
        out.println();
        out.printf(Locale.ROOT, LINE, "measure", "unit", "base", "other", "difference", "interval", "the other is");
        for (Difference d : comparison.differences()) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    d.measure(),
                    d.unit(),
                    number(d.base()),
                    number(d.other()),
                    signed(d.difference()),
                    interval(d.low(), d.high()),
                    d.verdict());
        }
        out.println();
        out.println(method(comparison));
    }

    /** What the interval is made of and what it promises, in two sentences. */
    public static String method(Comparison comparison) {
        String values = comparison.method() == Method.REPETITIONS
                ? "Each repetition is one value."
                : "Each of " + Blocks.FEWEST
                        + " or more stretches of a run is one value; quantiles are means over its seconds.";
        return String.format(
                Locale.ROOT,
                "%s Welch's t intervals, %.0f%% for all measures together; told is only what is surely more than the smallest difference worth"
                        + " telling. Of a rate, more is faster.",
                values,
                100 * Comparison.CONFIDENCE);
    }

    /** {@code 1.2 to 3.4}, or why there is none. */
    public static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "too few values" : signed(low) + " to " + signed(high);
    }

    /** Four digits or so. */
    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size < 1 ? "%.3f" : size < 100 ? "%.2f" : size < 1_000 ? "%,.1f" : "%,.0f", value);
    }

    /** {@code +4.2 %}; what is nothing has no sign. */
    public static String percent(double share) {
        return (Math.abs(share) < 0.0005 ? "0.0" : String.format(Locale.ROOT, "%+.1f", 100 * share)) + " %";
    }

    /** With its sign: what is nothing has none. */
    public static String signed(double value) {
        String text = number(Math.abs(value));
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing ? text : (value < 0 ? "-" : "+") + text;
    }
}
