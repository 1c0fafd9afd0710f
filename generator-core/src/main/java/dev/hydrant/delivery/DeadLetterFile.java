package dev.hydrant.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Dead letters as JSON lines, see {@link DeadLetterLine}. The file is made when the first one comes. */
public final class DeadLetterFile implements DeadLetters {

    private final Path path;
    private final long start;
    private final InstantSource clock;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private @Nullable FileChannel file;

    /** @param start the run's start, epoch nanoseconds: a record arrived when it was due */
    public DeadLetterFile(Path path, long start, InstantSource clock) {
        this.path = path;
        this.start = start;
        this.clock = clock;
    }

    /** Where they stand, once there are any. */
    public Path path() {
        return path;
    }

    @Override
    public synchronized void add(RecordBatch batch, String code, String message, int attempts) throws IOException {
        FileChannel channel = open();
        lines.reset();
        for (int position = 0; position < batch.size(); position++) {
            DeadLetterLine.write(lines, batch, position, code, message, attempts, start, clock.millis());
            lines.write('\n');
        }
        long before = channel.position();
        try {
            ByteBuffer all = ByteBuffer.wrap(lines.toByteArray());
            while (all.hasRemaining()) {
                channel.write(all);
            }
        } catch (IOException e) {
            // A full disk may have taken half a line: leave the file as it was.
            channel.truncate(before);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private FileChannel open() throws IOException {
        if (file == null) {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.position(file.size());
        }
        return file;
    }
}
