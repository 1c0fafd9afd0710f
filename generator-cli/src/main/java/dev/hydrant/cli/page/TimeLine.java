package dev.hydrant.cli.page;

import dev.hydrant.cli.page.Series.Point;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The seconds of all repetitions one behind the other, and joined to stretches when there are too many to be drawn. */
final class TimeLine {

    private static final int MOST_POINTS = 400;

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Chart.Mark> marks = new ArrayList<>();
    private final int joined;

    /** Seconds {@code from} a repetition's begin that are one point. */
    private record Stretch(int repetition, double x, List<Second> seconds) {}

    TimeLine(List<Repetition> repetitions) {
        int all = repetitions.stream().mapToInt(r -> whole(r).size()).sum();
        joined = Math.max(1, (all + MOST_POINTS - 1) / MOST_POINTS);
        double begin = 0;
        for (int r = 0; r < repetitions.size(); r++) {
            List<Second> seconds = whole(repetitions.get(r));
            if (repetitions.size() > 1) {
                marks.add(new Chart.Mark(begin, Integer.toString(r + 1)));
            }
            for (int s = 0; s < seconds.size(); s += joined) {
                stretches.add(new Stretch(r, begin + s, seconds.subList(s, Math.min(seconds.size(), s + joined))));
            }
            begin += seconds.size();
        }
    }

    /** All but a last second that the end has cut short: its counts are no rates. */
    private static List<Second> whole(Repetition repetition) {
        List<Second> all = repetition.bySecond();
        int last = all.size() - 1;
        boolean cut = last > 0 && all.get(last).second() + 1 > repetition.seconds() + 0.001;
        return cut ? all.subList(0, last) : all;
    }

    /** Seconds that one point stands for. */
    int joined() {
        return joined;
    }

    List<Chart.Mark> marks() {
        return List.copyOf(marks);
    }

    /** The mean of each stretch. */
    List<Point> mean(Function<Second, ? extends @Nullable Number> value) {
        return points(value, DoubleStream::average);
    }

    /** The worst second of each stretch. */
    List<Point> worst(Function<Second, ? extends @Nullable Number> value) {
        return points(value, DoubleStream::max);
    }

    private List<Point> points(
            Function<Second, ? extends @Nullable Number> value, Function<DoubleStream, OptionalDouble> joining) {
        List<Point> points = new ArrayList<>();
        int repetition = 0;
        for (Stretch stretch : stretches) {
            if (stretch.repetition != repetition) {
                points.add(new Point(stretch.x, null));
                repetition = stretch.repetition;
            }
            OptionalDouble y = joining.apply(
                    stretch.seconds.stream().map(value).filter(Objects::nonNull).mapToDouble(Number::doubleValue));
            points.add(new Point(stretch.x, y.isPresent() ? y.getAsDouble() : null));
        }
        return points;
    }
}
