package dev.hydrant.cli.bench;

import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.LoadSpec;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.Hold;
import dev.hydrant.load.Load;
import dev.hydrant.load.Rate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The load of a benchmark: a shape, or one rate for a time; with --find-max the first rate and the length of a trial. */
final class ShapeOptions {

    private static final Rate USUAL = Rate.parse("1000/s");
    private static final Duration USUAL_LENGTH = Duration.ofSeconds(30);
    private static final Duration USUAL_TRIAL = Duration.ofSeconds(6);

    @Option(
            names = "--load",
            paramLabel = "SPEC",
            converter = LoadSpec.class,
            description = "the load's shape, such as '200/s for 30s, ramp to 5000/s in 2m'; instead of --rate")
    private @Nullable Load load;

    @Option(
            names = "--rate",
            paramLabel = "R",
            converter = RateText.class,
            description =
                    "records a second, 0.000001 to 10000000; with --find-max, the first that is tried (default: 1000)")
    private @Nullable ConstantRate rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "how long the rate is held (default: 30s; with --find-max each trial: 6s)")
    private @Nullable Duration duration;

    @Option(
            names = "--find-max",
            description = "look for the highest rate at which all expectations hold and no backlog grows")
    private boolean findMax;

    boolean findMax() {
        return findMax;
    }

    /** What is held, or with --find-max tried first. */
    Load shape() {
        if (load == null) {
            if (findMax && start() < MaxSearch.LOWEST) {
                throw new UsageError(
                        "--rate " + rate + " with --find-max: allowed from " + Math.round(MaxSearch.LOWEST) + "/s");
            }
            try {
                Rate held = rate == null ? USUAL : Rate.parse(rate.toString());
                return new Load(List.of(new Hold(held, trial())));
            } catch (IllegalArgumentException e) {
                throw new UsageError("--rate or --duration: " + e.getMessage(), e);
            }
        }
        if (rate != null || duration != null || findMax) {
            throw new UsageError("--load with " + (rate != null ? "--rate" : findMax ? "--find-max" : "--duration")
                    + ": allowed one of them: a load says its own rates and times");
        }
        if (load.length() == Load.ENDLESS) {
            throw new UsageError("--load '" + load + "' has no end: allowed with 'for TIME' after the last segment");
        }
        return load;
    }

    Duration trial() {
        return duration == null ? (findMax ? USUAL_TRIAL : USUAL_LENGTH) : duration;
    }

    double start() {
        return rate == null ? USUAL.perSecond() : rate.rate(0);
    }
}
