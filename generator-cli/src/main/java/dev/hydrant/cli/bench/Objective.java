package dev.hydrant.cli.bench;

import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold of every repetition, such as {@code p99<500ms}, {@code lost=0} or {@code rate>=99.9%}:
 *
 * <pre>
 *   objectives = objective { "," objective }
 *   objective  = measure ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "==" ) number [ unit ]
 *   unit       = "us" | "ms" | "s" of latencies (default ms);  "%" of what was planned or asked;  "/s" of the rate
 * </pre>
 */
final class Objective {

    private static final Pattern FORM = Pattern.compile(
            "\\s*([a-z]+(?:\\.?[a-z0-9.()]*)?)\\s*(<=|>=|==|<|>|=)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(\\S*)\\s*");
    private static final Map<String, Double> MILLIS = Map.of("", 1.0, "ms", 1.0, "us", 1e-3, "s", 1e3);

    private final String text;
    private final Measure measure;
    private final String comparison;
    private final double bound;
    private final boolean percent;

    private Objective(String text, Measure measure, String comparison, double bound, boolean percent) {
        this.text = text;
        this.measure = measure;
        this.comparison = comparison;
        this.bound = bound;
        this.percent = percent;
    }

    /** @throws UsageError naming the objective that is none, and what is allowed */
    static List<Objective> parse(String text) {
        List<Objective> objectives = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            objectives.add(one(part));
        }
        return objectives;
    }

    private static Objective one(String part) {
        Matcher parts = FORM.matcher(part.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new UsageError(
                    "--expect '" + part.strip() + "': allowed MEASURE, then < <= > >= or =, then a number, "
                            + "such as p99<500ms, lost=0 or rate>=99.9%; measures are " + Measures.allowed());
        }
        Measure measure = Measures.of(parts.group(1));
        if (measure == null) {
            throw new UsageError("--expect '" + part.strip() + "': there is no measure '" + parts.group(1)
                    + "': allowed " + Measures.allowed());
        }
        String unit = parts.group(4);
        double number = Double.parseDouble(parts.group(3));
        String comparison = parts.group(2).equals("==") ? "=" : parts.group(2);
        if (measure.isLatency()) {
            Double millis = MILLIS.get(unit);
            if (millis == null) {
                throw new UsageError("--expect '" + part.strip() + "': unit '" + unit + "': allowed us, ms, s");
            }
            return new Objective(part.strip(), measure, comparison, number * millis, false);
        }
        boolean percent = unit.equals("%");
        if (!percent && !unit.isEmpty() && !(unit.equals("/s") && measure.unit().endsWith("/s"))) {
            throw new UsageError("--expect '" + part.strip() + "': unit '" + unit + "': allowed % or none"
                    + (measure.unit().endsWith("/s") ? ", or /s" : ""));
        }
        return new Objective(part.strip(), measure, comparison, number, percent);
    }

    /** Of the worst of the repetitions. What could not be measured does not hold. */
    Expectation judge(List<Repetition> repetitions) {
        Double worst = null;
        boolean holds = true;
        for (Repetition repetition : repetitions) {
            Double value = percent ? measure.percentOf(repetition) : measure.of(repetition);
            if (value == null) {
                return new Expectation(text, null, unit(), false);
            }
            boolean here = holds(value);
            if (worst == null || (holds && !here) || (holds == here && isWorse(value, worst))) {
                worst = value;
            }
            holds &= here;
        }
        return new Expectation(text, worst, unit(), holds && worst != null);
    }

    private String unit() {
        return percent ? "%" : measure.unit();
    }

    private boolean holds(double value) {
        return switch (comparison) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            case ">=" -> value >= bound;
            default -> value == bound;
        };
    }

    private boolean isWorse(double value, double than) {
        return switch (comparison) {
            case "<", "<=" -> value > than;
            case ">", ">=" -> value < than;
            default -> Math.abs(value - bound) > Math.abs(than - bound);
        };
    }

    @Override
    public String toString() {
        return text;
    }

    /** In words, once judged. */
    static String describe(Expectation judged) {
        @Nullable Double measured = judged.measured();
        return judged.expression() + (judged.holds() ? " holds" : " does not hold") + ": "
                + (measured == null
                        ? "there was nothing to measure"
                        : String.format(Locale.ROOT, "%,.3f", Objects.requireNonNull(measured))
                                        .replaceAll("\\.?0+$", "")
                                + " " + judged.unit());
    }
}
