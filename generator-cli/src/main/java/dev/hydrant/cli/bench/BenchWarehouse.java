package dev.hydrant.cli.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where the local Firehose puts a benchmark's rows: a folder of the user's, or one that is gone when this is closed. */
final class BenchWarehouse implements AutoCloseable {

    private final Path folder;
    private final boolean lasting;

    private BenchWarehouse(Path folder, boolean lasting) {
        this.folder = folder;
        this.lasting = lasting;
    }

    /** @param kept the user's folder, or null for one among the machine's temporary files */
    static BenchWarehouse open(@Nullable Path kept) throws IOException {
        return kept == null
                ? new BenchWarehouse(Files.createTempDirectory("hydrant-bench"), false)
                : new BenchWarehouse(kept, true);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (!lasting) {
            Files.walkFileTree(folder, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
