package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.transform.Outcome;
import dev.hydrant.firehose.transform.OutcomeSink;
import dev.hydrant.firehose.transform.Route;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The object that the records of one round make, one after the other as they are, and the error output beside it. */
final class ObjectRound implements OutcomeSink, Closeable {

    private final ObjectDelivery.Target target;
    private final RoundErrors errors;
    private @Nullable Path object;
    private @Nullable OutputStream out;
    private long records;
    private long bytes;
    private long dropped;

    ObjectRound(ObjectDelivery.Target target, RoundErrors errors) {
        this.target = target;
        this.errors = errors;
    }

    @Override
    public void ok(long number, long arrivalMillis, Route route, byte[] data, int offset, int length)
            throws IOException {
        passed(number, arrivalMillis);
        OutputStream open = out == null ? open() : out;
        open.write(data, offset, length);
        records++;
        bytes += length;
    }

    @Override
    public void dropped(long number, long arrivalMillis) {
        passed(number, arrivalMillis);
        dropped++;
    }

    @Override
    public void failed(long number, long arrivalMillis, Outcome.Failed why, byte[] data, int offset, int length)
            throws IOException {
        passed(number, arrivalMillis);
        errors.processing(arrivalMillis, why, data, offset, length);
    }

    /** Ends the object; it cannot be seen yet. */
    void complete() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** Makes the object visible; one that an earlier attempt at this round left is replaced. */
    void publish() throws IOException {
        if (out != null && object != null) {
            out = null;
            Files.move(unfinished(object), object, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    long records() {
        return records;
    }

    Delivery.Settled settled() {
        return new Delivery.Settled(0, errors.processingRecords(), dropped, records, bytes);
    }

    /** Takes back what was not published. */
    @Override
    public void close() throws IOException {
        if (out != null && object != null) {
            out.close();
            Files.deleteIfExists(unfinished(object));
        }
    }

    private void passed(long number, long arrivalMillis) {
        errors.passed(number, arrivalMillis);
        if (object == null) {
            ObjectName name = new ObjectName(target.streamName(), target.streamId(), number, arrivalMillis);
            ObjectFormat format = target.format();
            object = name.in(target.bucket(), format.prefix().at(name.time(), name.random()), format.extension());
        }
    }

    private OutputStream open() throws IOException {
        Path file = Objects.requireNonNull(object, "the object has no name yet");
        Files.createDirectories(file.getParent());
        OutputStream opened = target.format()
                .compression()
                .over(new BufferedOutputStream(Files.newOutputStream(unfinished(file)), 1 << 16));
        out = opened;
        return opened;
    }

    private static Path unfinished(Path object) {
        return object.resolveSibling("." + object.getFileName() + ".unfinished");
    }
}
