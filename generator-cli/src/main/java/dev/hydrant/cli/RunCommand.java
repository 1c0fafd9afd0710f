package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.CountText;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.KindRate;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.cli.option.RecordsOptions;
import dev.hydrant.cli.option.StartText;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.outlet.PrintOutlet;
import dev.hydrant.cli.session.Conclusion;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Lane;
import dev.hydrant.cli.session.Outcome;
import dev.hydrant.cli.session.Session;
import dev.hydrant.cli.session.SessionOptions;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.RecordKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends records on time. */
@Command(
        name = "run",
        description = "Sends records at a rate; with no target named, to a local Firehose that fills Iceberg tables.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--records",
            paramLabel = "KIND[=RATE]",
            split = ",",
            defaultValue = "sensor",
            converter = KindRate.Text.class,
            description =
                    "sensor, ses, dynamodb, or several parted by commas, each a stream with a rate of its own if it has one, "
                            + "such as sensor,ses=50 (default: ${DEFAULT-VALUE})")
    private List<KindRate> records;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "200",
            converter = RateText.class,
            description = "records a second of each stream, 0.000001 to 10000000 (default: ${DEFAULT-VALUE})")
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
            description = "how many records of each stream; with --duration, whichever ends first")
    private @Nullable Long count;

    @Mixin
    private RecordsOptions made;

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
        Console console = Console.of(spec);
        session.deadLetters(Instant.now(), "");
        List<RecordKind> kinds = records.stream().map(KindRate::kind).toList();
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw new UsageError("--records names a kind twice: allowed each of " + RecordKind.allowed() + " once");
        }
        // Before anything is opened: vocabularies take a moment, and the first record is due as soon as the run begins.
        AtomicLong epoch = new AtomicLong();
        Map<RecordKind, RecordSource> sources = new EnumMap<>(RecordKind.class);
        for (KindRate one : records) {
            ConstantRate pace = Objects.requireNonNullElse(one.rate(), rate);
            sources.put(
                    one.kind(),
                    one.kind().source(made.seed(), made.fleet(), pace.rate(0), index -> epoch.get() + pace.due(index)));
        }
        if (print) {
            Outlet outlet = new PrintOutlet(new FileOutputStream(FileDescriptor.out));
            return run(console.withoutOutput(), sources, epoch, kind -> outlet);
        }
        try (Outlets outlets = Outlets.open(kinds, target, warehouse.folder(), buffering)) {
            return run(console, sources, epoch, outlets::of);
        }
    }

    private int run(
            Console console,
            Map<RecordKind, RecordSource> sources,
            AtomicLong epoch,
            Function<RecordKind, Outlet> outlets)
            throws IOException, InterruptedException {
        Instant begun = start == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : start;
        epoch.set(Session.epochNanos(begun));
        List<Lane> lanes = new ArrayList<>();
        for (KindRate one : records) {
            RecordKind kind = one.kind();
            ConstantRate pace = Objects.requireNonNullElse(one.rate(), rate);
            RunLength length = new RunLength(pace, duration, count);
            RecordSource source = Objects.requireNonNull(sources.get(kind));
            Lane lane = new Lane(
                    kind.stream(), outlets.apply(kind), new RunProducer(length.plan(source, epoch.get(), linger)));
            lanes.add(lane);
            if (!session.json()) {
                console.notice(String.format(
                        "%,d records at %s to %s",
                        lane.producer().planned(), pace, lane.outlet().name()));
            }
        }
        Outcome outcome = new Session(console, session, lanes).run(target, begun);
        Conclusion.print(console, session, outcome, reproduction(begun));
        return outcome.exitCode();
    }

    /** With these the same records are made again. */
    private Map<String, Object> reproduction(Instant begun) {
        return Map.of("seed", made.seed(), "sensors", made.fleet().size(), "start", begun.toString());
    }
}
