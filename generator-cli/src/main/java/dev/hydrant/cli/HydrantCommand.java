package dev.hydrant.cli;

import dev.hydrant.cli.bench.BenchCommand;
import dev.hydrant.cli.doctor.DoctorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: a name for the commands. */
@Command(
        name = "hydrant",
        description = "Honest traffic for Amazon Data Firehose and the Iceberg tables behind it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything asked for was done",
            "1:something was not: records not delivered, rows not landed, the machine in the way",
            "2:the command line, or something it names, is wrong; nothing was done"
        },
        subcommands = {
            RunCommand.class,
            BenchCommand.class,
            ServeCommand.class,
            QueryCommand.class,
            GenerateCommand.class,
            ReplayCommand.class,
            DoctorCommand.class,
            PlotLoadCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            HelpCommand.class
        })
final class HydrantCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given: allowed "
                        + String.join(", ", spec.subcommands().keySet()) + "; 'hydrant --help' explains them");
    }
}
