package dev.hydrant.cli.option;

import dev.hydrant.cli.UsageError;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.Load;
import dev.hydrant.load.LoadProfile;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When records are due: a load of any shape, or one rate; and for how long. */
public final class LoadOptions {

    private static final ConstantRate USUAL = ConstantRate.parse("200");

    @Option(
            names = "--load",
            paramLabel = "SPEC",
            converter = LoadSpec.class,
            description = "the rate over time of each stream, instead of --rate: segments parted by commas, each one of"
                    + "%n  RATE [for TIME]"
                    + "%n  ramp [from RATE] to RATE in TIME"
                    + "%n  steps RATE..RATE by RATE every TIME"
                    + "%n  sine RATE..RATE every TIME [for TIME]"
                    + "%n  burst RATE [over RATE] for TIME every TIME [for TIME]"
                    + "%n  pause for TIME"
                    + "%n  week FILE|RATE [with DAYS HOURS RATE]... [from DAY HOUR] [for TIME]"
                    + "%n  trace FILE"
                    + "%nRATE is 200/s, 90/m or 5/h. 'hydrant plot-load SPEC' draws it")
    private @Nullable Load load;

    @Option(
            names = "--rate",
            paramLabel = "R",
            converter = RateText.class,
            description = "records a second of each stream, 0.000001 to 10000000 (default: 200)")
    private @Nullable ConstantRate rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "how long, such as 50s or 1h30m (default: 50s); not with a --load that ends by itself")
    private @Nullable Duration duration;

    /** Whether any of the three was given. */
    public boolean isGiven() {
        return load != null || rate != null || duration != null;
    }

    /**
     * When each record is due.
     *
     * @throws UsageError when both a load and a rate were given
     */
    public LoadProfile profile() {
        if (load != null && rate != null) {
            throw new UsageError("--rate " + rate + " with --load '" + load + "': allowed one of the two");
        }
        return load == null ? Objects.requireNonNullElse(rate, USUAL) : load;
    }

    /**
     * How long records are due: what {@code --duration} says, the length of a load that ends, or null when neither is there.
     *
     * @throws UsageError when both are there
     */
    public @Nullable Duration duration() {
        if (load == null || load.length() == LoadProfile.ENDLESS) {
            return duration;
        }
        Duration length = Duration.ofNanos(load.length());
        if (duration != null) {
            throw new UsageError("--duration " + dev.hydrant.load.DurationText.of(duration) + " with --load '" + load
                    + "', which ends by itself: allowed with a load whose last segment has no 'for'");
        }
        return length;
    }

    /**
     * Refuses a load that needs an end and has none.
     *
     * @param otherEnd whether the command line gives another end
     * @param allowed the options that would be one
     */
    public void requireEnd(boolean otherEnd, String allowed) {
        if (load != null && duration() == null && !otherEnd) {
            throw new UsageError("--load '" + load + "' has no end: allowed with " + allowed
                    + ", or with 'for TIME' after the last segment");
        }
    }

    /** Whether a load that ends by itself was given. */
    public boolean endsByItself() {
        return load != null && load.length() != LoadProfile.ENDLESS;
    }
}
