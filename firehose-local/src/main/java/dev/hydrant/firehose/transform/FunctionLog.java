package dev.hydrant.firehose.transform;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a function logs: a file of at most {@value #MOST_BYTES} bytes, and the one before it under the name {@code .1}. */
final class FunctionLog implements LambdaLogger {

    private static final int MOST_BYTES = 1 << 20;

    private final Path file;

    FunctionLog(Path file) {
        this.file = file;
    }

    @Override
    public void log(String message) {
        log(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void log(byte[] message) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) + message.length > MOST_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(
                    file,
                    message.length <= MOST_BYTES ? message : java.util.Arrays.copyOf(message, MOST_BYTES),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not make the function fail; the stream itself reports it.
        }
    }
}
