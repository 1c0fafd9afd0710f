package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Chart.Horizontal;
import dev.hydrant.cli.page.Series.Point;
import dev.hydrant.cli.page.Series.Style;
import dev.hydrant.cli.report.FindMax;
import dev.hydrant.cli.report.FindMax.Trial;
import java.util.ArrayList;
import java.util.List;

/** The trials of a search for the highest rate. */
final class SearchChart {

    private SearchChart() {}

    static Chart of(FindMax search) {
        List<Point> path = new ArrayList<>();
        List<Point> holds = new ArrayList<>();
        List<Point> fails = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < search.trials().size(); i++) {
            Trial trial = search.trials().get(i);
            Point point = new Point(i + 1, trial.rate());
            path.add(point);
            (trial.holds() ? holds : fails).add(point);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    Numbers.rate(trial.rate()),
                    Numbers.rate(trial.seconds()),
                    trial.holds() ? "holds" : "does not hold",
                    trial.because()));
        }
        return new Chart(
                "search",
                "Rates tried",
                "The rate is raised until it no longer holds, then halved in between.",
                Horizontal.NUMBER,
                "records/s",
                false,
                List.of(),
                List.of(
                        new Series("", "line", Style.LINE, path),
                        new Series("holds", "good", Style.DOTS, holds),
                        new Series("does not hold", "bad", Style.CROSSES, fails)),
                new Table(List.of("trial", "records/s", "seconds", "", "because"), rows));
    }
}
