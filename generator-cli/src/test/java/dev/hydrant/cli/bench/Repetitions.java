package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.ClientUse;
import dev.hydrant.cli.report.RecordAccount;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import java.time.Instant;
import java.util.List;

/** Repetitions made up for tests: ten seconds of which only what a test is about stands out. */
final class Repetitions {

    private static final double SECONDS = 10;

    private Repetitions() {}

    static Repetition of(double asked, double achieved, double p99, long lost) {
        long planned = Math.round(asked * SECONDS);
        StageLatency latency =
                new StageLatency(planned, p99 / 2, p99 / 2, p99 * 0.9, p99 * 0.95, p99, p99, p99, List.of());
        return new Repetition(
                Instant.EPOCH,
                SECONDS,
                new RecordAccount(planned, planned, planned - lost, lost, 0, 0, null),
                asked,
                achieved,
                0,
                1,
                0,
                0,
                0,
                new Stages(latency, latency, latency, latency, null, null),
                List.of(),
                new ClientUse(1, 0, 0, 0, 0, 0));
    }

    static Measured measured(Repetition repetition, double growth) {
        return new Measured(repetition, growth, 0, 0, 0.1, 0.1, null, null, false);
    }
}
