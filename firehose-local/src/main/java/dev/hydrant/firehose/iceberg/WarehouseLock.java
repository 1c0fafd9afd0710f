package dev.hydrant.firehose.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One local Firehose a warehouse: {@code .hydrant/lock}, held by the operating system, so that it ends with the process. */
public final class WarehouseLock implements Closeable {

    private final FileChannel channel;

    private WarehouseLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock. */
    public static WarehouseLock take(Path folder) throws WarehouseException {
        Path file = WarehouseFolder.writable(folder).resolve(".hydrant").resolve("lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new WarehouseException("warehouse %s is in use by another local Firehose (%s)"
                        .formatted(folder.toAbsolutePath().normalize(), holder(file)));
            }
            return new WarehouseLock(channel);
        } catch (WarehouseException e) {
            throw e;
        } catch (IOException e) {
            throw new WarehouseException("warehouse %s cannot be locked: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    /** Writes down who holds the lock, for the message that the next one gets. */
    public void describe(String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? "just starting" : text;
    }
}
