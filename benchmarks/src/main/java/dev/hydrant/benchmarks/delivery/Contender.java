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

    /** Puts for so long. */
    Measured put(double seconds) throws IOException {
        in.write(seconds + "\n");
        in.flush();
        String[] figures = line().split(" ");
        return new Measured(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    /** Records a second, and the microseconds of CPU that a batch costs the contender's process. */
    record Measured(double rate, double cpuMicros) {}

    @Override
    public void close() {
        process.destroy();
    }
}
