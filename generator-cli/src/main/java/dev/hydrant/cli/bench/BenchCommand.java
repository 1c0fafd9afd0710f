package dev.hydrant.cli.bench;

import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.RecordsOptions;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.outlet.EndpointOutlet;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.report.ReportFile;
import dev.hydrant.cli.report.ReportJson;
import dev.hydrant.cli.report.RunEnvironment;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.RunScenario;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Interrupts;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.firehose.NullFirehose;
import dev.hydrant.load.Load;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a stream holds. */
@Command(
        name = "bench",
        description = "Measures a stream under a load, every latency from when the record was due; "
                + "with --find-max, looks for the highest rate that holds.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    private static final String NULL = "null";

    @Mixin
    private ShapeOptions pace;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationText.class,
            description = "at the load's mean rate, before each repetition, not counted (default: ${DEFAULT-VALUE})")
    private Duration warmUp;

    /** As short as a load's segment can be. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "repetitions, 1 to 1000: 'hydrant compare' is surer with 3 or more (default: ${DEFAULT-VALUE})")
    private int repeat;

    @Option(
            names = "--expect",
            paramLabel = "EXPR",
            description = "what must hold of every repetition, or the exit code is 1, such as "
                    + "'p99<500ms, lost=0, rate>=99.9%%' (default: lost=0; with --find-max also rate>=99%%, p99<1s)")
    private @Nullable String expect;

    @Option(
            names = "--endpoint",
            paramLabel = "null",
            description = "null: a Firehose of our own that does nothing, to see what this machine can generate")
    private @Nullable String endpoint;

    @Option(
            names = "--records",
            paramLabel = "KIND",
            defaultValue = "sensor",
            converter = KindText.class,
            description = "sensor, ses or dynamodb (default: ${DEFAULT-VALUE})")
    private RecordKind kind;

    @Mixin
    private RecordsOptions made;

    @Mixin
    private LateOptions late;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--warehouse",
            paramLabel = "FOLDER",
            description = "where the local Firehose keeps the rows (default: a temporary folder, gone at the end)")
    private @Nullable Path warehouse;

    @Mixin
    private BufferingOptions buffering;

    @Mixin
    private ResultOptions kept;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Load shape = pace.shape();
        List<Objective> objectives = Objective.parse(expectations());
        check();
        Instant begun = Instant.now();
        Console console = Console.of(spec);
        BenchSettings settings = late.settings(target);
        try (BenchWarehouse rows = BenchWarehouse.open(warehouse);
                NullFirehose nothing = endpoint == null ? null : NullFirehose.start();
                Outlets outlets = nothing == null
                        ? Outlets.open(List.of(kind), target, rows.folder(), buffering)
                        : Outlets.single(
                                kind,
                                EndpointOutlet.open(
                                        new FirehoseTarget(kind.stream(), nothing.endpoint(), "us-east-1"),
                                        target.inFlight()));
                HistogramLog log = kept.log()) {
            RunEnvironment machine = Machine.describe();
            Bench bench = new Bench(
                    new Subject(outlets.of(kind), place()),
                    settings,
                    new Plans(kind, made.seed(), made.fleet(), settings),
                    objectives,
                    log,
                    new Progress(console, kept.quiet()));
            Interrupts.on(
                    () -> {
                        console.notice("stopping: what was made is still delivered; once more to leave at once");
                        bench.stop();
                    },
                    bench::leave);
            BenchResult result = pace.findMax()
                    ? bench.findMax(pace.start(), pace.trial(), warmUp)
                    : bench.repeat(shape, warmUp, repeat);
            return conclude(result, report(begun, shape, machine, result), console);
        }
    }

    private int conclude(BenchResult result, RunReport report, Console console) throws IOException {
        Path output = kept.output();
        if (output != null && !result.repetitions().isEmpty()) {
            ReportFile.write(output, report);
        }
        if (kept.json()) {
            console.report().println(ReportJson.mapper().writeValueAsString(report));
        } else {
            BenchText.print(report, console.report());
        }
        return result.verdict().passed() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private RunReport report(Instant begun, Load shape, RunEnvironment machine, BenchResult result) throws IOException {
        List<String> command = new ArrayList<>(List.of("hydrant"));
        command.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return RunReport.of(
                command,
                begun,
                new RunScenario(
                        shape.toString(),
                        kind.toString(),
                        kind == RecordKind.SENSOR ? Integer.valueOf(made.fleet().size()) : null,
                        made.seed(),
                        target.to(kind, kind.stream()).stream(),
                        place(),
                        late.linger().toNanos() / 1e6,
                        target.inFlight(),
                        late.late(),
                        warmUp.toNanos() / 1e9,
                        pace.findMax() ? 1 : repeat),
                machine,
                result.verdict(),
                result.findMax(),
                result.repetitions());
    }

    private String expectations() {
        if (expect != null) {
            return expect;
        }
        return pace.findMax() ? "lost=0, rate>=99%, p99<1s" : "lost=0";
    }

    private void check() {
        if (repeat < 1 || repeat > 1_000) {
            throw new UsageError("--repeat " + repeat + ": allowed 1 to 1000");
        }
        if (!warmUp.isZero() && warmUp.compareTo(SHORTEST) < 0) {
            throw new UsageError("--warmup " + Progress.describe(warmUp) + ": allowed 0s, or from "
                    + Progress.describe(SHORTEST) + " on");
        }
        if (pace.findMax() && repeat > 1) {
            throw new UsageError("--repeat with --find-max: allowed one of them");
        }
        if (endpoint != null && !endpoint.equals(NULL)) {
            throw new UsageError(
                    "--endpoint '" + endpoint + "': allowed null; any other is given by --endpoint-url URL");
        }
        if (endpoint != null && target.isRemote()) {
            throw new UsageError("--endpoint null with --endpoint-url, --stream or --region: allowed one or the other");
        }
        kept.check();
    }

    /** As the report names it. */
    private String place() throws IOException {
        if (endpoint != null) {
            return NULL;
        }
        if (!target.isRemote()) {
            return "local";
        }
        FirehoseTarget named = target.to(kind, kind.stream());
        return named.endpoint() != null
                ? named.endpoint().toString()
                : "aws " + Objects.requireNonNullElse(named.region(), "of the profile");
    }
}
