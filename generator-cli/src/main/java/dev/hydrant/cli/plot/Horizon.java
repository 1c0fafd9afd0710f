package dev.hydrant.cli.plot;

import dev.hydrant.load.Burst;
import dev.hydrant.load.Load;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.load.Segment;
import dev.hydrant.load.Sine;
import dev.hydrant.load.Week;
import java.time.Duration;

/** How much of a load is drawn: all of it, or, where it has no end, enough of the last segment to see how it goes on. */
public final class Horizon {

    private static final Duration USUAL = Duration.ofSeconds(50);

    private Horizon() {}

    /** Nanoseconds. */
    public static long of(Load load) {
        if (load.length() != LoadProfile.ENDLESS) {
            return load.length();
        }
        Duration ended = load.segments().stream()
                .map(Segment::length)
                .map(length -> length == null ? Duration.ZERO : length)
                .reduce(Duration.ZERO, Duration::plus);
        return ended.plus(last(load.segments().get(load.segments().size() - 1), ended))
                .toNanos();
    }

    private static Duration last(Segment segment, Duration ended) {
        if (segment instanceof Sine sine) {
            return sine.every().multipliedBy(2);
        }
        if (segment instanceof Burst burst) {
            return burst.every().multipliedBy(3);
        }
        if (segment instanceof Week) {
            return Duration.ofDays(7);
        }
        return ended.isZero() ? USUAL : ended.dividedBy(4);
    }
}
