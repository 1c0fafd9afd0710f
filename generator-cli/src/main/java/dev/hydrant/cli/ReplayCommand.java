package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.Outlets;
import dev.hydrant.cli.session.Conclusion;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Lane;
import dev.hydrant.cli.session.Outcome;
import dev.hydrant.cli.session.Session;
import dev.hydrant.cli.session.SessionOptions;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--records",
            paramLabel = "KIND",
            defaultValue = "sensor",
            converter = KindText.class,
            description = "what they are, sensor, ses or dynamodb: decides the stream (default: ${DEFAULT-VALUE})")
    private RecordKind records;

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
        Path deadLetters = session.deadLetters(now, "");
        if (deadLetters
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize())) {
            throw new UsageError(
                    "--dead-letters '" + deadLetters + "': allowed any file but the one that is sent again");
        }
        try (Outlets outlets = Outlets.open(List.of(records), target, warehouse.folder(), buffering)) {
            Lane lane = new Lane(records.stream(), outlets.of(records), producer);
            Outcome outcome = new Session(console, session, List.of(lane)).run(target, now);
            Conclusion.print(console, session, outcome, Map.of("file", file.toString()));
            return outcome.exitCode();
        }
    }
}
