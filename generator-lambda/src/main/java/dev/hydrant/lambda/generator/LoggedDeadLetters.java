package dev.hydrant.lambda.generator;

import dev.hydrant.delivery.DeadLetterLine;
import dev.hydrant.delivery.DeadLetters;
import dev.hydrant.delivery.RecordBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Dead letters in the function's log, a line each, as a dead-letter file has them. */
final class LoggedDeadLetters implements DeadLetters {

    private final Consumer<String> log;
    private final long start;
    private final InstantSource clock;

    LoggedDeadLetters(Consumer<String> log, long start, InstantSource clock) {
        this.log = log;
        this.start = start;
        this.clock = clock;
    }

    @Override
    public synchronized void add(RecordBatch batch, String code, String message, int attempts) throws IOException {
        for (int position = 0; position < batch.size(); position++) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            DeadLetterLine.write(line, batch, position, code, message, attempts, start, clock.millis());
            log.accept(line.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        // The log stays open.
    }
}
