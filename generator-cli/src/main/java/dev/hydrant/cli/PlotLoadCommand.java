package dev.hydrant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.LoadSpec;
import dev.hydrant.cli.plot.Horizon;
import dev.hydrant.cli.plot.Ink;
import dev.hydrant.cli.plot.LoadPlot;
import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.session.Console;
import dev.hydrant.load.Load;
import dev.hydrant.load.LoadProfile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Draws a load. */
@Command(
        name = "plot-load",
        description = "Draws a load, its rate over time, as 'run --load' would send it; nothing is sent.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PlotLoadCommand implements Callable<Integer> {

    private static final int POINTS = 200;

    @Parameters(paramLabel = "SPEC", arity = "1..*", description = "the load, as 'hydrant run --help' explains it")
    private List<String> words;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "how much of it (default: all, or enough of a load without end)")
    private @Nullable Duration duration;

    @Option(names = "--json", description = "the load, its length, records, and 201 points as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Load load = load();
        long end = duration == null ? Horizon.of(load) : Math.max(1, Math.min(duration.toNanos(), load.length()));
        Console console = Console.of(spec);
        PrintWriter out = console.report();
        if (json) {
            out.println(points(load, end));
            return ExitCode.DONE;
        }
        out.println(load);
        out.println();
        new LoadPlot(load, end, Math.max(40, console.columns()), console.drawsBlocks() ? Ink.BLOCKS : Ink.ASCII)
                .print(out);
        out.println();
        String goesOn = load.length() == LoadProfile.ENDLESS ? ", and so on" : "";
        out.println(Amount.count(load.count(end)) + " records in "
                + dev.hydrant.load.DurationText.of(Duration.ofNanos(Math.max(1_000, end))) + goesOn + "; "
                + Amount.rate(load.count(end) / (end / 1e9)) + "/s on average, " + Amount.rate(load.peak())
                + "/s at most");
        return ExitCode.DONE;
    }

    private Load load() {
        try {
            return new LoadSpec().convert(String.join(" ", words));
        } catch (TypeConversionException e) {
            throw new UsageError(String.valueOf(e.getMessage()), e);
        }
    }

    private static String points(Load load, long end) throws JsonProcessingException {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int number = 0; number <= POINTS; number++) {
            long t = end / POINTS * number + end % POINTS * number / POINTS;
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("seconds", t / 1e9);
            point.put("rate", load.rate(t));
            point.put("records", load.count(t));
            points.add(point);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("load", load.toString());
        all.put("endless", load.length() == LoadProfile.ENDLESS);
        all.put("seconds", end / 1e9);
        all.put("records", load.count(end));
        all.put("peak", load.peak());
        all.put("points", points);
        return new ObjectMapper().writeValueAsString(all);
    }
}
