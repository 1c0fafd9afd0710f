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

    private final int interval;

    /** Seconds of a repetition that are one point, at {@code x}. */
    private record Stretch(int repetition, double x, List<Second> seconds) {}

    TimeLine(List<Repetition> repetitions) {
        int all = repetitions.stream().mapToInt(r -> whole(r).size()).sum();
        interval = repetitions.stream().mapToInt(Repetition::interval).max().orElse(1);
        joined = Math.max(1, (all + MOST_POINTS - 1) / MOST_POINTS);
        double begin = 0;
        for (int r = 0; r < repetitions.size(); r++) {
            List<Second> seconds = whole(repetitions.get(r));
            if (repetitions.size() > 1) {
                marks.add(new Chart.Mark(begin, Integer.toString(r + 1)));
            }
            for (int s = 0; s < seconds.size(); s += joined) {
                List<Second> stretch = seconds.subList(s, Math.min(seconds.size(), s + joined));
                stretches.add(new Stretch(r, begin + stretch.get(0).second(), stretch));
            }
            begin += seconds.size() * (double) interval;
        }
    }

    /** A repetition that is over within its first second has only that to show. */
    private static List<Second> whole(Repetition repetition) {
        List<Second> whole = repetition.wholeSeconds();
        return whole.isEmpty() ? repetition.bySecond() : whole;
    }

    /** Seconds that one point stands for. */
    int joined() {
        return joined * interval;
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
