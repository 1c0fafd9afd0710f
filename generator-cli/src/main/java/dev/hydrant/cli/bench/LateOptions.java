package dev.hydrant.cli.bench;

import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.TargetOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long records may wait, and what becomes of those that are late. */
final class LateOptions {

    private static final String DROP = "drop";
    private static final String SEND = "send";

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            defaultValue = "100ms",
            converter = DurationText.class,
            description = "how long a record may wait for its batch to fill (default: ${DEFAULT-VALUE})")
    private Duration linger;

    @Option(
            names = "--late",
            paramLabel = "drop|send",
            defaultValue = "send",
            description = "what to do with records that can't be made in time: send them late, or drop and count them "
                    + "(default: ${DEFAULT-VALUE})")
    private String late;

    @Option(
            names = "--late-after",
            paramLabel = "TIME",
            defaultValue = "100ms",
            converter = DurationText.class,
            description = "a record made this long after it was due is late (default: ${DEFAULT-VALUE})")
    private Duration tolerance;

    Duration linger() {
        return linger;
    }

    /** drop or send. */
    String late() {
        return late;
    }

    /** How every stretch is run. */
    BenchSettings settings(TargetOptions target) {
        if (!late.equals(DROP) && !late.equals(SEND)) {
            throw new UsageError("--late '" + late + "': allowed drop, send");
        }
        return new BenchSettings(target.inFlight(), target.retry(), linger, tolerance, late.equals(DROP));
    }
}
