package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.CountText;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.cli.option.SensorOptions;
import dev.hydrant.cli.option.StartText;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.outlet.PrintOutlet;
import dev.hydrant.cli.session.Conclusion;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Session;
import dev.hydrant.cli.session.Session.Outcome;
import dev.hydrant.cli.session.SessionOptions;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.run.RunPlan;
import dev.hydrant.scenario.Shard;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends records on time. */
@Command(
        name = "run",
        description =
                "Sends sensor records at a rate; with no target named, to a local Firehose that fills an Iceberg table.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    /** Quota of a stream in the larger regions, records a second (AWS documentation of Firehose quotas). */
    private static final double QUOTA = 500_000;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "200",
            converter = RateText.class,
            description = "records a second, 0.000001 to 10000000 (default: ${DEFAULT-VALUE})")
    private ConstantRate rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "how long, such as 50s or 1h30m (default: 50s)")
    private @Nullable Duration duration;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = CountText.class,
            description = "how many records; with --duration, whichever ends first")
    private @Nullable Long count;

    @Mixin
    private SensorOptions sensors;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = StartText.class,
            description = "time of the first record: now, Unix seconds or ISO-8601 (default: now)")
    private @Nullable Instant start;

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            defaultValue = "100ms",
            converter = DurationText.class,
            description = "how long a record may wait for its batch to fill (default: ${DEFAULT-VALUE})")
    private Duration linger;

    @Option(names = "--stdout", description = "print the records, on time, instead of sending them")
    private boolean print;

    @Mixin
    private TargetOptions target;

    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private BufferingOptions buffering;

    @Mixin
    private SessionOptions session;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = print ? Console.of(spec).withoutOutput() : Console.of(spec);
        Path deadLetters = session.deadLetters(Instant.now());
        try (Outlet outlet = outlet()) {
            Instant begun = start == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : start;
            RunPlan plan = plan(begun);
            if (!session.json()) {
                console.notice(String.format("%,d records at %s to %s", plan.to(), rate, outlet.name()));
            }
            Outcome outcome =
                    new Session(console, session, outlet, new RunProducer(plan)).run(target, begun, deadLetters);
            Conclusion.print(console, session, outcome, deadLetters, reproduction(begun));
            return outcome.exitCode();
        }
    }

    private RunPlan plan(Instant begun) {
        Duration length = duration == null && count == null ? Duration.ofSeconds(50) : duration;
        long to = count == null ? Long.MAX_VALUE : count;
        if (length != null) {
            to = Math.min(to, rate.count(length.toNanos()));
        }
        // A run of a given length lasts to the end of it; one of a given number ends with the last record.
        long lasts = length == null || to < rate.count(length.toNanos()) ? 0 : length.toNanos();
        double ceiling = Math.max(QUOTA, 2 * rate.rate(0));
        return new RunPlan(
                sensors.source(), rate, Session.epochNanos(begun), 0, to, Shard.WHOLE, lasts, linger, ceiling);
    }

    private Outlet outlet() throws IOException, InterruptedException {
        return print
                ? new PrintOutlet(new FileOutputStream(FileDescriptor.out))
                : Outlets.open(target, warehouse, buffering);
    }

    /** With these the same records are made again. */
    private Map<String, Object> reproduction(Instant begun) {
        return Map.of("seed", sensors.seed(), "sensors", sensors.sensors(), "start", begun.toString());
    }
}
