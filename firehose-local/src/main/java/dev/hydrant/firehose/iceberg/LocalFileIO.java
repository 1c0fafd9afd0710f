package dev.hydrant.firehose.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.jspecify.annotations.Nullable;

/** Iceberg's files on the local disk, by absolute path, without Hadoop. Parent folders are made as needed. */
final class LocalFileIO implements FileIO {

    @Override
    public InputFile newInputFile(String path) {
        return Files.localInput(path);
    }

    /** Names of the files made while it is not null. */
    private transient volatile @Nullable Queue<String> made;

    /** Remembers which metadata files are made from now on; so that those of a commit that failed can be deleted. */
    void remember() {
        made = new ConcurrentLinkedQueue<>();
    }

    /** Stops remembering, and deletes the files made since when they are not {@code wanted}. */
    void forget(boolean wanted) {
        Queue<String> files = made;
        made = null;
        if (files != null && !wanted) {
            files.forEach(this::deleteFile);
        }
    }

    @Override
    public OutputFile newOutputFile(String path) {
        Queue<String> files = made;
        if (files != null && path.contains("/metadata/")) {
            files.add(path);
        }
        return Files.localOutput(path);
    }

    @Override
    public void deleteFile(String path) {
        try {
            java.nio.file.Files.deleteIfExists(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
