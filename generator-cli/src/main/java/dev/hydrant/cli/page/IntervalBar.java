package dev.hydrant.cli.page;

import dev.hydrant.cli.compare.CompareText;
import dev.hydrant.cli.compare.Difference;
import dev.hydrant.cli.compare.Verdict;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A row of the table of differences, its interval drawn beside zero and beside what is not worth telling. */
final class IntervalBar {

    private static final double WIDTH = 168;
    private static final double MARGIN = 6;

    private IntervalBar() {}

    static Map<String, Object> view(Difference d) {
        Map<String, Object> row = new HashMap<>();
        row.put("measure", d.measure());
        row.put("unit", d.unit());
        row.put("base", CompareText.number(d.base()));
        row.put("other", CompareText.number(d.other()));
        row.put("difference", CompareText.signed(d.difference()));
        row.put("percent", d.base() == 0 ? "" : CompareText.percent(d.difference() / d.base()));
        row.put("interval", CompareText.interval(d.low(), d.high()));
        row.put("verdict", d.verdict().toString());
        row.put("tone", d.verdict() == Verdict.FASTER ? "good" : d.verdict() == Verdict.SLOWER ? "bad" : "");
        row.put("bar", d.low() != null && d.high() != null ? bar(d, d.low(), d.high()) : false);
        return row;
    }

    /** Places in a picture whose middle is zero; each row has a scale of its own. */
    private static Map<String, String> bar(Difference d, double low, double high) {
        double reach = Math.max(Math.max(Math.abs(low), Math.abs(high)), 1.25 * d.smallest());
        double scale = reach == 0 ? 0 : (WIDTH / 2 - MARGIN) / reach;
        return Map.of(
                "from", place(low * scale),
                "to", place(high * scale),
                "at", place(d.difference() * scale),
                "left", place(-d.smallest() * scale),
                "width", String.format(Locale.ROOT, "%.1f", 2 * d.smallest() * scale),
                "color", d.verdict() == Verdict.FASTER ? "good" : d.verdict() == Verdict.SLOWER ? "bad" : "soft");
    }

    private static String place(double fromMiddle) {
        return String.format(Locale.ROOT, "%.1f", WIDTH / 2 + fromMiddle);
    }
}
