package dev.hydrant.cli;

import dev.hydrant.firehose.iceberg.WarehouseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells an error in one line on standard error: which command, which value, what is allowed. */
final class ErrorLine {

    private ErrorLine() {}

    static int ofUsage(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        print(line, withHint(e));
        return ExitCode.USAGE;
    }

    static int ofExecution(Exception e, CommandLine line, ParseResult parsed) throws Exception {
        if (e instanceof UsageError || e instanceof WarehouseException || e instanceof BindException) {
            print(line, String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            print(line, e.getMessage() == null ? e.toString() : e.getMessage());
            return ExitCode.NOT_DONE;
        }
        if (e instanceof InterruptedException) {
            print(line, "interrupted");
            return ExitCode.NOT_DONE;
        }
        // Anything else is our mistake: the trace is what a bug report needs.
        throw e;
    }

    private static void print(CommandLine line, String message) {
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + message);
    }

    private static String withHint(ParameterException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        boolean unknown = e instanceof UnmatchedArgumentException;
        String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        return unknown ? message + "; '" + help + "' lists what is allowed" : message;
    }
}
