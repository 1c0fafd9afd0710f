package dev.hydrant.cli.terraform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program terraform, run in a folder. */
public final class TerraformProgram {

    private static final long SECONDS = 60;

    private final String command;

    /** @param command a name on the path, or a file */
    public TerraformProgram(String command) {
        this.command = command;
    }

    /** What it printed and how it ended. */
    public record Answer(int code, String out, String err) {}

    /**
     * Runs it; it asks nothing, and does not look for a newer version of itself.
     *
     * @throws AbsentException when there is no such program
     * @throws IOException when it takes longer than a minute
     */
    public Answer run(Path folder, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "-chdir=" + folder));
        line.addAll(List.of(arguments));
        // In files, because a full pipe would hold the program up.
        Path out = Files.createTempFile("terraform", ".out");
        Path err = Files.createTempFile("terraform", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("CHECKPOINT_DISABLE", "1");
            builder.environment().put("TF_IN_AUTOMATION", "1");
            Process process = start(builder);
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IOException("%s took longer than %d s".formatted(String.join(" ", line), SECONDS));
            }
            return new Answer(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + command);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private Process start(ProcessBuilder builder) throws AbsentException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AbsentException(command, e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** There is no terraform here. */
    public static final class AbsentException extends IOException {

        private static final long serialVersionUID = 1;

        AbsentException(String command, IOException cause) {
            super("there is no program '%s' on the path".formatted(command), cause);
        }
    }
}
