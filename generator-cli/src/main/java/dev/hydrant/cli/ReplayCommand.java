package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.session.Conclusion;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Session;
import dev.hydrant.cli.session.Session.Outcome;
import dev.hydrant.cli.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters again. */
@Command(
        name = "replay",
        description =
                "Sends the records of a dead-letter file, or of Firehose's own error output, again; the file stays as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON lines with the record in rawData, base64")
    private Path file;

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
        ReplayProducer producer = new ReplayProducer(file);
        Instant now = Instant.now();
        Path deadLetters = session.deadLetters(now);
        if (deadLetters
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize())) {
            throw new UsageError(
                    "--dead-letters '" + deadLetters + "': allowed any file but the one that is sent again");
        }
        try (Outlet outlet = Outlets.open(target, warehouse, buffering)) {
            Outcome outcome = new Session(console, session, outlet, producer).run(target, now, deadLetters);
            Conclusion.print(console, session, outcome, deadLetters, Map.of("file", file.toString()));
            return outcome.exitCode();
        }
    }
}
