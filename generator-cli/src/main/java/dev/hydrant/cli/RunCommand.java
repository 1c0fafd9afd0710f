package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.CountText;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.KindRate;
import dev.hydrant.cli.option.LoadOptions;
import dev.hydrant.cli.option.RecordsOptions;
import dev.hydrant.cli.option.StartText;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.outlet.PrintOutlet;
import dev.hydrant.cli.scenario.Scenario;
import dev.hydrant.cli.scenario.ScenarioFile;
import dev.hydrant.cli.scenario.ScenarioStream;
import dev.hydrant.cli.session.Conclusion;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Lane;
import dev.hydrant.cli.session.Outcome;
import dev.hydrant.cli.session.Session;
import dev.hydrant.cli.session.SessionOptions;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.RecordKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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

    private static final List<String> IN_SCENARIO =
            List.of("--records", "--load", "--rate", "--duration", "--count", "--sensors", "--seed", "--start");

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

    @Mixin
    private LoadOptions load;

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
            names = "--scenario",
            paramLabel = "FILE",
            description = "YAML or JSON that says all of the above, instead of it; see docs/load.md")
    private @Nullable Path scenario;

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
        Scenario plan = scenario();
        Map<RecordKind, String> streams = new LinkedHashMap<>();
        plan.streams().forEach(one -> streams.put(one.records(), one.stream()));
        // Before anything is opened: vocabularies take a moment, and the first record is due as soon as the run begins.
        AtomicLong epoch = new AtomicLong();
        Map<RecordKind, RecordSource> sources = new EnumMap<>(RecordKind.class);
        for (ScenarioStream one : plan.streams()) {
            LoadProfile due = one.load();
            RecordSource source = one.records()
                    .source(plan.seed(), plan.sensors(), due.mean(), index -> epoch.get() + due.due(index));
            sources.put(one.records(), source);
        }
        if (print) {
            Outlet outlet = new PrintOutlet(new FileOutputStream(FileDescriptor.out));
            return run(console.withoutOutput(), plan, sources, epoch, kind -> outlet);
        }
        try (Outlets outlets = Outlets.open(streams, target, warehouse.folder(), buffering)) {
            return run(console, plan, sources, epoch, outlets::of);
        }
    }

    private int run(
            Console console,
            Scenario plan,
            Map<RecordKind, RecordSource> sources,
            AtomicLong epoch,
            Function<RecordKind, Outlet> outlets)
            throws IOException, InterruptedException {
        Instant begun =
                Objects.requireNonNullElseGet(plan.start(), () -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
        epoch.set(Session.epochNanos(begun));
        List<Lane> lanes = new ArrayList<>();
        for (ScenarioStream one : plan.streams()) {
            RecordKind kind = one.records();
            RunLength length = new RunLength(one.load(), plan.duration(), plan.count());
            RecordSource source = Objects.requireNonNull(sources.get(kind));
            Lane lane = new Lane(
                    kind.stream(), outlets.apply(kind), new RunProducer(length.plan(source, epoch.get(), linger)));
            lanes.add(lane);
            if (!session.json()) {
                console.notice(String.format(
                        "%,d records at %s to %s",
                        lane.producer().planned(), one.load(), lane.outlet().name()));
            }
        }
        Outcome outcome = new Session(console, session, lanes).run(target, begun);
        Conclusion.print(console, session, outcome, reproduction(plan, begun));
        return outcome.exitCode();
    }

    private Scenario scenario() {
        if (scenario != null) {
            for (String option : IN_SCENARIO) {
                if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                    throw new UsageError(option + " with --scenario '" + scenario + "': allowed in that file");
                }
            }
            return ScenarioFile.read(scenario);
        }
        if (load.endsByItself() && count != null) {
            throw new UsageError("--count " + count
                    + " with a --load that ends by itself: allowed with one whose last segment has no 'for'");
        }
        load.requireEnd(count != null, "--duration or --count");
        LoadProfile usual = load.profile();
        List<ScenarioStream> streams = records.stream()
                .map(one ->
                        new ScenarioStream(one.kind(), one.rate() == null ? usual : one.rate(), one.kind().stream()))
                .toList();
        if (streams.stream().map(ScenarioStream::records).distinct().count() < streams.size()) {
            throw new UsageError("--records names a kind twice: allowed each of " + RecordKind.allowed() + " once");
        }
        return new Scenario(made.seed(), made.fleet(), start, load.duration(), count, streams);
    }

    /** With these the same records are made again. */
    private static Map<String, Object> reproduction(Scenario plan, Instant begun) {
        Map<String, String> loads = new LinkedHashMap<>();
        plan.streams()
                .forEach(one -> loads.put(one.records().toString(), one.load().toString()));
        return Map.of("seed", plan.seed(), "sensors", plan.sensors().size(), "start", begun.toString(), "loads", loads);
    }
}
