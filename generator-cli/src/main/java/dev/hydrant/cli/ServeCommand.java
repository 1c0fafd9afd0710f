package dev.hydrant.cli;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.PortText;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.outlet.LocalStreams;
import dev.hydrant.cli.session.Console;
import dev.hydrant.cli.session.Interrupts;
import dev.hydrant.firehose.LocalFirehose;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The local Firehose alone. */
@Command(
        name = "serve",
        description = "Answers as Firehose on loopback and delivers into Iceberg tables, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private static final Duration LAST_FLUSH = Duration.ofSeconds(60);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4573",
            converter = PortText.class,
            description = "port on 127.0.0.1, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private BufferingOptions buffering;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(spec);
        CountDownLatch stop = new CountDownLatch(1);
        try (LocalFirehose firehose = LocalFirehose.start(LocalStreams.settings(warehouse.folder(), port, buffering))) {
            Interrupts.on(stop::countDown, () -> Runtime.getRuntime().halt(ExitCode.NOT_DONE));
            console.report()
                    .println("hydrant serve: " + firehose.endpoint() + "   stream sensors, table sensors in "
                            + warehouse.folder());
            stop.await();
            console.notice("stopping: delivering what is buffered; once more to leave it in the spool");
            for (RecordKind kind : RecordKind.values()) {
                firehose.flush(kind.stream(), LAST_FLUSH);
            }
        }
        return ExitCode.DONE;
    }
}
