package dev.hydrant.load;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate for each hour of the week, again every week.
 *
 * <pre>
 *   rate(t) = r[(s + floor(t / 1 h)) mod 168],   s  the hour of the week at which it begins
 * </pre>
 *
 * @param pattern the hours as they were written, without {@code from}: for the text alone
 * @param hours 168 rates, from Monday 00:00 on, not all of them 0
 * @param from the hour of the week at which the segment begins, 0 to 167
 * @param length null for no end
 */
public record Week(
        String pattern,
        List<Rate> hours,
        int from,
        @Nullable Duration length) implements Segment {

    /** Hours in a week. */
    public static final int HOURS = 168;

    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    private static final long HOUR = Duration.ofHours(1).toNanos();

    public Week {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS || hours.stream().allMatch(Rate::isZero)) {
            throw new IllegalArgumentException(
                    "week with " + hours.size() + " hours: allowed " + HOURS + " rates, not all of them 0");
        }
        if (from < 0 || from >= HOURS) {
            throw new IllegalArgumentException("week from hour " + from + ": allowed 0 to " + (HOURS - 1));
        }
        Segment.nanosOrEndless(length);
    }

    /** The days as they are written, from Monday on. */
    public static List<String> days() {
        return List.of(DAYS);
    }

    @Override
    public Curve curve(long before) {
        long[] starts = new long[HOURS];
        long[] grains = new long[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            starts[hour] = hour * HOUR;
            grains[hour] = hours.get((from + hour) % HOURS).grains();
        }
        return Curve.stairs(starts, grains, HOURS * HOUR, Segment.nanosOrEndless(length));
    }

    @Override
    public String toString() {
        String begin = from == 0 ? "" : " from " + DAYS[from / 24] + " " + from % 24;
        return "week " + pattern + begin + Segment.lasting(length);
    }
}
