package dev.hydrant.cli.page;

import dev.hydrant.cli.page.CurveChart.Curve;
import dev.hydrant.cli.report.FindMax;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.Stages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one run. */
public final class ReportPage {

    private ReportPage() {}

    /** The whole HTML file. */
    public static String of(RunReport report) {
        List<Repetition> repetitions = report.repetitions();
        TimeCharts time = new TimeCharts(report);
        Chart curve = CurveChart.of(
                "curve",
                "By percentile",
                "Each step to the right leaves a tenth of the records. Counted from when a record was sent, a stall hides; counted from when"
                        + " it was due, it does not." + strong(repetitions),
                List.of(
                        new Curve("due to acknowledged", "due", repetitions, Stages::dueToAcknowledged),
                        new Curve("sent to acknowledged", "sent", repetitions, Stages::sentToAcknowledged)));
        Optional<Chart> retries = time.retries();
        List<Chart> flow = new ArrayList<>();
        retries.ifPresent(flow::add);
        flow.add(time.backlog());
        FindMax search = report.findMax();
        List<Chart> trials = search == null ? List.of() : List.of(SearchChart.of(search));

        Map<String, Object> view = new HashMap<>();
        view.putAll(Opening.of(report));
        view.put("figures", Figures.of(report));
        view.put("stages", RunTables.stages(report));
        view.put("rates", List.of(time.rate()));
        view.put("latencies", List.of(time.latency(), curve));
        view.put("flow", flow);
        view.put("calm", retries.isEmpty());
        view.put("lake", time.lake());
        view.put("hasLake", !time.lake().isEmpty());
        view.put("client", time.client());
        view.put("clientTable", RunTables.client(report));
        view.put("search", trials);
        view.put("repetitions", repetitions.size() < 2 ? List.of() : List.of(RunTables.repetitions(report)));
        view.putAll(Setting.of(report));
        List<Chart> drawn = new ArrayList<>(List.of(time.rate(), time.latency(), curve));
        drawn.addAll(flow);
        drawn.addAll(time.lake());
        drawn.addAll(time.client());
        drawn.addAll(trials);
        return Html.page("report", view, drawn);
    }

    private static String strong(List<Repetition> repetitions) {
        return repetitions.size() < 2
                ? ""
                : " The strong lines are the repetition with the middle p99, the thin ones the others.";
    }
}
