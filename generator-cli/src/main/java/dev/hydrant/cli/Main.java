package dev.hydrant.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {

    private Main() {}

    /** Runs the command in {@code args} and exits with its code; see {@link ExitCode}. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The whole program but for the exit: what is printed goes to the two writers, records to standard output. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new HydrantCommand());
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(ErrorLine::ofUsage);
        line.setExecutionExceptionHandler(ErrorLine::ofExecution);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }
}
