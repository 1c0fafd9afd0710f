package dev.hydrant.firehose.iceberg;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a folder before anything is put into it. */
final class WarehouseFolder {

    private WarehouseFolder() {}

    /** The folder's absolute path, once it exists and can be written. */
    static Path writable(Path folder) throws WarehouseException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new WarehouseException("warehouse %s is a file: allowed is a folder".formatted(absolute));
        }
        try {
            Files.createDirectories(absolute);
            Files.delete(Files.createTempFile(absolute, ".writable", null));
        } catch (IOException e) {
            String reason = e instanceof FileSystemException named && named.getReason() != null
                    ? named.getReason()
                    : e.getClass().getSimpleName();
            throw new WarehouseException(
                    "warehouse %s cannot be written (%s): allowed is a folder that this user can write"
                            .formatted(absolute, reason),
                    e);
        }
        return absolute;
    }
}
