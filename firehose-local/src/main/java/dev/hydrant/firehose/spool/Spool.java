package dev.hydrant.firehose.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The durable buffer of one stream: append-only segment files of numbered records.
 *
 * <p>A frame is handed to the operating system in one write before its request is answered, so it survives the death of this
 * process at any instant. It is not forced to the disk: a power failure can lose acknowledged records.
 *
 * <p>One thread delivers ({@link #take}, {@link #release}); any number append.
 */
public final class Spool implements Closeable {

    /** A segment takes no further frame once it holds this many bytes. */
    private static final long SEGMENT_BYTES = 16 << 20;

    /** Left free beyond what delivering the backlog is expected to take. */
    private static final long SPARE_BYTES = 1 << 20;

    private final Path directory;
    private final long segmentBytes;
    private final List<Segment> sealed;
    private Segment active;
    private FileChannel channel;
    private long position;
    private boolean torn;
    private boolean refusing;

    private Spool(Path directory, long position, long segmentBytes, List<Segment> sealed) throws IOException {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.position = position;
        this.sealed = sealed;
        long next = sealed.isEmpty()
                ? position
                : Math.max(position, sealed.get(sealed.size() - 1).end());
        active = Segment.empty(directory, next);
        channel = create(active);
    }

    /**
     * Opens the spool in {@code directory}, cuts off a torn tail and deletes what is delivered.
     *
     * @param position number of the first record that is not delivered
     * @throws IOException when records that were acknowledged cannot be read; the message names them
     */
    public static Spool open(Path directory, long position) throws IOException {
        return open(directory, position, SEGMENT_BYTES);
    }

    static Spool open(Path directory, long position, long segmentBytes) throws IOException {
        Files.createDirectories(directory);
        return new Spool(directory, position, segmentBytes, SpoolRecovery.recover(directory, position));
    }

    /**
     * Writes a frame with at least one record.
     *
     * @return the number of its first record
     * @throws IOException when it could not be written whole; then nothing of it stays
     */
    public synchronized long append(Frame frame, long arrivalMillis) throws IOException {
        if (refusing) {
            throw new IOException("the stream is being deleted");
        }
        if (torn || active.length() >= segmentBytes) {
            roll();
        }
        keepRoomForDelivery(frame.length());
        long first = active.end();
        ByteBuffer bytes = frame.seal(first, arrivalMillis);
        try {
            for (long at = active.length(); bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            torn = true;
            channel.truncate(active.length());
            torn = false;
            throw e;
        }
        active = active.plus(frame.records(), frame.length(), frame.dataBytes(), arrivalMillis);
        return first;
    }

    /** The number that the next record will get. */
    public synchronized long next() {
        return active.end();
    }

    /** Number of the first record that is not delivered. */
    public synchronized long position() {
        return position;
    }

    public synchronized Backlog backlog() {
        long bytes = active.dataBytes();
        long oldest = active.oldestMillis();
        for (Segment segment : sealed) {
            bytes += segment.dataBytes();
            oldest = Math.min(oldest, segment.oldestMillis());
        }
        return new Backlog(active.end() - position, bytes, oldest);
    }

    /** Takes no further frame from now on, or takes them again. */
    public synchronized void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** All that stands in the spool now, but no segment more once there are {@code capBytes} of records. */
    public synchronized SpoolBatch take(long capBytes) throws IOException {
        if (!active.isEmpty()) {
            seal();
        }
        List<Segment> taken = new ArrayList<>();
        long bytes = 0;
        long to = position;
        for (Segment segment : sealed) {
            if (bytes >= capBytes) {
                break;
            }
            taken.add(segment);
            bytes += segment.dataBytes();
            to = segment.end();
        }
        return new SpoolBatch(List.copyOf(taken), position, to);
    }

    /** Deletes the segments of which every record is before {@code delivered}. */
    public synchronized void release(long delivered) throws IOException {
        position = Math.max(position, delivered);
        while (!sealed.isEmpty() && sealed.get(0).end() <= position) {
            Files.deleteIfExists(sealed.get(0).file());
            sealed.remove(0);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    /** Makes the active segment ready to be delivered; a full disk may forbid it, and is emptied by delivering the others. */
    private void seal() throws IOException {
        try {
            roll();
        } catch (IOException e) {
            if (sealed.isEmpty()) {
                throw e;
            }
        }
    }

    private void roll() throws IOException {
        // The same file when nothing but a torn tail stands in it: that starts it anew.
        Segment fresh = Segment.empty(directory, active.end());
        FileChannel opened = create(fresh);
        channel.close();
        if (!active.isEmpty()) {
            sealed.add(active);
        }
        active = fresh;
        channel = opened;
        torn = false;
    }

    private static FileChannel create(Segment segment) throws IOException {
        return FileChannel.open(
                segment.file(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    /** Delivering n bytes needs about n bytes more before the spool can be deleted: never let the spool itself use them up. */
    private void keepRoomForDelivery(int frameLength) throws IOException {
        long spooled = active.length();
        for (Segment segment : sealed) {
            spooled += segment.length();
        }
        long usable = directory.toFile().getUsableSpace();
        if (usable < 2L * frameLength + spooled + SPARE_BYTES) {
            throw new IOException("No space left on device: %s has %d bytes free, the spool in it holds %d"
                    .formatted(directory, usable, spooled));
        }
    }
}
