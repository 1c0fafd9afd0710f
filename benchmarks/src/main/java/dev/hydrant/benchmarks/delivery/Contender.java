package dev.hydrant.benchmarks.delivery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that does as it is told by lines on its standard input and answers by lines on its standard output. */
final class Contender implements AutoCloseable {

    private final List<String> command;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    Contender(List<String> command) throws IOException {
        this.command = command;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Contender java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new Contender(command);
    }

    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("ended without an answer: " + String.join(" ", command));
        }
        return line;
    }

    /** Records a second, measured for so long. */
    double rate(double seconds) throws IOException {
        in.write(seconds + "\n");
        in.flush();
        return Double.parseDouble(line());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
