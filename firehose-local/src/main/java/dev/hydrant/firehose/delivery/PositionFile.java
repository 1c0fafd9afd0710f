package dev.hydrant.firehose.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How far a stream is delivered, beside its spool: the number of the first record that is not. Replaced whole. */
public final class PositionFile {

    private final Path file;

    public PositionFile(Path file) {
        this.file = file;
    }

    /** 0 when it was never written. */
    public long read() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException("%s holds '%s': allowed is a record number".formatted(file, text), e);
        }
    }

    public void write(long position) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, Long.toString(position));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
