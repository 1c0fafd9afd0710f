package dev.hydrant.cli.session;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command speaks: its report on standard output, all else on standard error. */
public final class Console {

    private static final int USUAL_COLUMNS = 80;
    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d*)");

    private final String name;
    private final PrintWriter report;
    private final PrintWriter notices;
    private final boolean terminal;

    private Console(String name, PrintWriter report, PrintWriter notices, boolean terminal) {
        this.name = name;
        this.report = report;
        this.notices = notices;
        this.terminal = terminal;
    }

    /** The command's own streams. The launcher says by {@code HYDRANT_TERMINAL} whether standard error is a terminal: Java can't tell. */
    public static Console of(CommandSpec spec) {
        boolean terminal = "yes".equals(System.getenv("HYDRANT_TERMINAL"));
        return new Console(
                spec.qualifiedName(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                terminal);
    }

    /** The same, but reporting on standard error too: standard output is for records. */
    public Console withoutOutput() {
        return new Console(name, notices, notices, terminal);
    }

    public PrintWriter report() {
        return report;
    }

    public PrintWriter notices() {
        return notices;
    }

    /** A line on standard error, with the command's name before it. */
    public void notice(String text) {
        notices.println((terminal ? "\r\u001b[K" : "") + name + ": " + text);
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** The width of the terminal, 80 where it can't be told. */
    public int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/tty")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            Matcher matcher = SIZE.matcher(size);
            return matcher.matches() ? Integer.parseInt(matcher.group(1)) : USUAL_COLUMNS;
        } catch (IOException e) {
            return USUAL_COLUMNS;
        }
    }
}
