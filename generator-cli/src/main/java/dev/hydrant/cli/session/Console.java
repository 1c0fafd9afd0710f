package dev.hydrant.cli.session;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Whether standard output is a terminal that shows UTF-8; the launcher says by {@code HYDRANT_OUTPUT} whether it is one. */
    public boolean drawsBlocks() {
        String charset = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return "terminal".equals(System.getenv("HYDRANT_OUTPUT"))
                && charset.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
    }

    /** The width of the terminal: what {@code COLUMNS} says, or the terminal itself; 80 where it can't be told. */
    public int columns() {
        String named = System.getenv("COLUMNS");
        if (named != null && named.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(named);
        }
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
