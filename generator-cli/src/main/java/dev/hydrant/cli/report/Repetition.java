package dev.hydrant.cli.report;

import java.time.Instant;
import java.util.List;

/**
 * One measured stretch; warm-up is not part of it.
 *
 * @param asked mean rate of the load, records a second
 * @param achieved acknowledged records a second
 * @param bytes of records, as Firehose counts them
 * @param calls to the stream
 * @param retries records that were sent again, each time counted
 * @param throttles records that were refused because the stream had no room
 * @param late records that were sent later than the run tolerates
 */
public record Repetition(
        Instant startedAt,
        double seconds,
        RecordAccount accounting,
        double asked,
        double achieved,
        long bytes,
        long calls,
        long retries,
        long throttles,
        long late,
        Stages stages,
        List<Second> bySecond,
        ClientUse client) {

    private static final double ROUNDING = 0.001;

    public Repetition {
        bySecond = List.copyOf(bySecond);
    }

    /** Seconds from one entry of {@link #bySecond} to the next: more than one in a run of hours. */
    public int interval() {
        return bySecond.size() < 2
                ? 1
                : Math.max(1, bySecond.get(1).second() - bySecond.get(0).second());
    }

    /** The entries of {@link #bySecond} but for one that the end has cut short: its counts are no rates. */
    public List<Second> wholeSeconds() {
        int interval = interval();
        return bySecond.stream()
                .filter(second -> second.second() + interval <= seconds + ROUNDING)
                .toList();
    }
}
