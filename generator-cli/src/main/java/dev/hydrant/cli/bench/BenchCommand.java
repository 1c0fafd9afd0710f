package dev.hydrant.cli.bench;

import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.LoadSpec;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.cli.option.RecordsOptions;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
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
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.Hold;
import dev.hydrant.load.Load;
import dev.hydrant.load.Rate;
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
    private static final Rate USUAL = Rate.parse("1000/s");

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
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationText.class,
            description = "at the load's mean rate, before each repetition, not counted (default: ${DEFAULT-VALUE})")
    private Duration warmUp;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "repetitions, 1 to 1000: 'hydrant compare' is surer with 3 or more (default: ${DEFAULT-VALUE})")
    private int repeat;

    @Option(
            names = "--find-max",
            description = "look for the highest rate at which all expectations hold and no backlog grows")
    private boolean findMax;

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

    @Mixin
    private TargetOptions target;

    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private BufferingOptions buffering;

    @Option(
            names = "--output",
            paramLabel = "FILE.json",
            description = "keep the report, for 'hydrant report' and 'hydrant compare'")
    private @Nullable Path output;

    @Option(
            names = "--histogram-log",
            paramLabel = "FILE.hlog",
            description = "keep every second's histograms, in HdrHistogram's log format")
    private @Nullable Path histograms;

    @Option(names = "--json", description = "print the report as JSON, in one line, instead of text")
    private boolean json;

    @Option(names = "--quiet", description = "no progress: only the result")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Load shape = shape();
        List<Objective> objectives = Objective.parse(expectations());
        check();
        Instant begun = Instant.now();
        Console console = Console.of(spec);
        BenchSettings settings =
                new BenchSettings(target.inFlight(), target.retry(), linger, tolerance, late.equals("drop"));
        try (NullFirehose nothing = endpoint == null ? null : NullFirehose.start();
                Outlets outlets = nothing == null
                        ? Outlets.open(List.of(kind), target, warehouse.folder(), buffering)
                        : Outlets.single(
                                kind,
                                EndpointOutlet.open(
                                        new FirehoseTarget(kind.stream(), nothing.endpoint(), "us-east-1"),
                                        target.inFlight()));
                HistogramLog log = histograms == null ? HistogramLog.none() : HistogramLog.to(histograms)) {
            RunEnvironment machine = Machine.describe();
            Bench bench = new Bench(
                    new Subject(outlets.of(kind), place()),
                    settings,
                    new Plans(kind, made.seed(), made.fleet(), settings),
                    objectives,
                    log,
                    new Progress(console, quiet));
            Interrupts.on(
                    () -> {
                        console.notice("stopping: what was made is still delivered; once more to leave at once");
                        bench.stop();
                    },
                    bench::leave);
            BenchResult result =
                    findMax ? bench.findMax(start(), trial(), warmUp) : bench.repeat(shape, warmUp, repeat);
            return conclude(result, report(begun, shape, machine, result), console);
        }
    }

    private int conclude(BenchResult result, RunReport report, Console console) throws IOException {
        if (output != null && !result.repetitions().isEmpty()) {
            ReportFile.write(output, report);
        }
        if (json) {
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
                        linger.toNanos() / 1e6,
                        target.inFlight(),
                        late,
                        warmUp.toNanos() / 1e9,
                        findMax ? 1 : repeat),
                machine,
                result.verdict(),
                result.findMax(),
                result.repetitions());
    }

    /** What is held, or with --find-max tried first. */
    private Load shape() {
        if (load == null) {
            Rate held = rate == null ? USUAL : Rate.parse(rate.toString());
            return new Load(List.of(new Hold(held, trial())));
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

    private Duration trial() {
        return duration == null ? Duration.ofSeconds(findMax ? 6 : 30) : duration;
    }

    private double start() {
        return rate == null ? USUAL.perSecond() : rate.rate(0);
    }

    private String expectations() {
        if (expect != null) {
            return expect;
        }
        return findMax ? "lost=0, rate>=99%, p99<1s" : "lost=0";
    }

    private void check() {
        if (repeat < 1 || repeat > 1_000) {
            throw new UsageError("--repeat " + repeat + ": allowed 1 to 1000");
        }
        if (findMax && repeat > 1) {
            throw new UsageError("--repeat with --find-max: allowed one of them");
        }
        if (!late.equals("drop") && !late.equals("send")) {
            throw new UsageError("--late '" + late + "': allowed drop, send");
        }
        if (endpoint != null && !endpoint.equals(NULL)) {
            throw new UsageError(
                    "--endpoint '" + endpoint + "': allowed null; any other is given by --endpoint-url URL");
        }
        if (endpoint != null && target.isRemote()) {
            throw new UsageError("--endpoint null with --endpoint-url, --stream or --region: allowed one or the other");
        }
        for (Path file : new Path[] {output, histograms}) {
            if (file != null) {
                ReportFile.check(file);
            }
        }
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
