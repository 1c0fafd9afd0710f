package dev.hydrant.cli.bench;

import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.report.Second;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.session.Console;
import dev.hydrant.load.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says on standard error how a benchmark stands. */
final class Progress {

    private static final int EVERY = 5;

    private final Console console;
    private final boolean quiet;
    private int told;

    Progress(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    void phase(String text) {
        told = 0;
        if (!quiet) {
            console.notice(text);
        }
    }

    /** Every fifth is worth a line. */
    void second(Second second) {
        if (!quiet && ++told % EVERY == 0) {
            console.notices()
                    .println(Amount.clock(second.second() + 1) + "  "
                            + Amount.count(second.acknowledged()) + "/" + Amount.rate(second.asked()) + " a s  p50 "
                            + millis(second.p50()) + " p99 " + millis(second.p99()) + " ms  waiting "
                            + Amount.count(second.backlog()) + "  retries " + Amount.count(second.retries()));
            console.notices().flush();
        }
    }

    void trial(double rate, Measured measured) {
        StageLatency latency = measured.repetition().stages().dueToAcknowledged();
        phase(Amount.rate(rate) + "/s asked for, "
                + Amount.rate(measured.repetition().achieved()) + "/s acknowledged, p99 "
                + millis(latency == null ? null : latency.p99()) + " ms"
                + (measured.growth() > 0 ? ", backlog growing by " + Amount.rate(measured.growth()) + "/s" : ""));
    }

    static String describe(Duration duration) {
        return DurationText.of(duration);
    }

    private static String millis(@Nullable Double millis) {
        return millis == null ? "-" : Amount.millis(millis);
    }
}
