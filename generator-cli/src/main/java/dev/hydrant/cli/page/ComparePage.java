package dev.hydrant.cli.page;

import dev.hydrant.cli.compare.CompareText;
import dev.hydrant.cli.compare.Comparison;
import dev.hydrant.cli.compare.Verdict;
import dev.hydrant.cli.report.RunReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of two runs. */
public final class ComparePage {

    private ComparePage() {}

    /** The whole HTML file; the names are those of the two reports' files. */
    public static String of(String baseName, RunReport base, String otherName, RunReport other, Comparison comparison) {
        boolean alike = fileName(baseName).equals(fileName(otherName));
        String shortBase = alike ? baseName : fileName(baseName);
        String shortOther = alike ? otherName : fileName(otherName);
        PairCharts pair = new PairCharts(base, other);
        List<Chart> curves = List.of(pair.dueCurve(), pair.sentCurve());
        Map<String, Object> view = new HashMap<>();
        view.put("title", "Hydrant: " + shortOther + " compared with " + shortBase);
        view.put("base", run(shortBase, base));
        view.put("other", run(shortOther, other));
        view.put("verdict", verdict(comparison));
        view.put("tone", tone(comparison));
        view.put("warnings", comparison.warnings());
        view.put(
                "differences",
                comparison.differences().stream().map(IntervalBar::view).toList());
        view.put("method", CompareText.method(comparison));
        view.put("rates", List.of(pair.rate()));
        view.put("latencies", List.of(pair.latency()));
        view.put("curves", curves);
        view.put("version", other.environment().hydrant());
        return Html.page("compare", view, List.of(pair.rate(), pair.latency(), curves.get(0), curves.get(1)));
    }

    private static Map<String, Object> run(String name, RunReport report) {
        return Map.of(
                "name", name,
                "started", Opening.time(report),
                "heading", Opening.heading(report.scenario()),
                "command", Setting.command(report.command()),
                "account", Opening.account(report.repetitions()),
                "scenario", Setting.scenario(report.scenario()),
                "environment", Setting.environment(report.environment()));
    }

    private static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    private static String verdict(Comparison comparison) {
        long slower = comparison.count(Verdict.SLOWER);
        long faster = comparison.count(Verdict.FASTER);
        long all = comparison.differences().size();
        if (slower + faster == 0) {
            return "Nothing can be told in any of " + all + " measures.";
        }
        String told = (slower == 0 ? "" : "slower in " + slower)
                + (slower == 0 || faster == 0 ? "" : ", ")
                + (faster == 0 ? "" : "faster in " + faster);
        return "The other run is " + told + " of " + all + " measures; in " + comparison.count(Verdict.CANT_TELL)
                + " it can't be told.";
    }

    private static String tone(Comparison comparison) {
        return comparison.count(Verdict.SLOWER) > 0 ? "bad" : comparison.count(Verdict.FASTER) > 0 ? "good" : "";
    }
}
