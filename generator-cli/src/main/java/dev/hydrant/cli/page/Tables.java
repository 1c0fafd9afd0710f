package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Series.Point;
import java.util.ArrayList;
import java.util.List;

/** The numbers behind a chart, for who can't see it or wants them exactly. */
final class Tables {

    private Tables() {}

    /** A row for each point; the columns have their points at the same places. */
    static Table of(String first, List<String> names, List<List<Point>> columns) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(names);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < columns.get(0).size(); i++) {
            int at = i;
            if (columns.stream().allMatch(points -> points.get(at).y() == null)) {
                continue;
            }
            List<String> row =
                    new ArrayList<>(List.of(Numbers.count(columns.get(0).get(i).x())));
            columns.forEach(points -> row.add(Numbers.digits(points.get(at).y())));
            rows.add(row);
        }
        return new Table(head, rows);
    }
}
