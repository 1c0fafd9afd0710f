package dev.hydrant.cli.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.cli.report.ReportJson;
import java.util.Locale;

/** A comparison as one JSON object. */
public final class CompareJson {

    private CompareJson() {}

    /** {@code base} and {@code other} are the files' names. */
    public static String of(Comparison comparison, String base, String other) {
        ObjectNode json = ReportJson.mapper().createObjectNode();
        json.put("base", base);
        json.put("other", other);
        json.put("confidence", Comparison.CONFIDENCE);
        json.put("method", comparison.method().name().toLowerCase(Locale.ROOT));
        ArrayNode warnings = json.putArray("warnings");
        comparison.warnings().forEach(warnings::add);
        ArrayNode measures = json.putArray("measures");
        for (Difference d : comparison.differences()) {
            ObjectNode measure = measures.addObject();
            measure.put("measure", d.measure());
            measure.put("unit", d.unit());
            measure.put("faster", d.moreIsFaster() ? "more" : "less");
            measure.put("base", round(d.base()));
            measure.put("other", round(d.other()));
            measure.put("difference", round(d.difference()));
            if (d.low() != null && d.high() != null) {
                measure.put("low", round(d.low()));
                measure.put("high", round(d.high()));
            }
            measure.put("smallest", round(d.smallest()));
            measure.put("verdict", d.verdict().toString());
        }
        return json.toPrettyString();
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
