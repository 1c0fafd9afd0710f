package dev.hydrant.firehose.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of one round that end in the error output for the same kind of reason, as one object of JSON lines with the fields that
 * Firehose writes.
 *
 * <p>The object's name follows from the stream and the first record of the round, so a round that is repeated after a kill writes the
 * same object again. It appears whole, when the round is done with it, or not at all.
 */
final class ErrorOutput implements Closeable {

    /** Rows that fit no table. */
    static final String ICEBERG_FAILED = "iceberg-failed";

    /** Records that could not be transformed. */
    static final String PROCESSING_FAILED = "processing-failed";

    private static final JsonFactory JSON = new JsonFactory();

    private final Target target;
    private final String type;
    private final @Nullable String lambdaArn;
    private @Nullable Path object;
    private @Nullable JsonGenerator json;
    private long records;

    /**
     * Where the objects go.
     *
     * @param bucket the folder that stands for the bucket
     * @param lambdaArn of the stream's transform, if it has one
     */
    record Target(
            Path bucket,
            ErrorOutputPrefix prefix,
            String streamName,
            String streamId,
            @Nullable String lambdaArn) {}

    /** @param lambdaArn stands in each line, if it is not null */
    ErrorOutput(Target target, String type, @Nullable String lambdaArn) {
        this.target = target;
        this.type = type;
        this.lambdaArn = lambdaArn;
    }

    /** Names the object after the round's first record; before anything else. */
    void name(long number, long arrivalMillis) {
        ObjectName name = new ObjectName(target.streamName(), target.streamId(), number, arrivalMillis);
        object = name.in(target.bucket(), target.prefix().at(name.time(), type, name.random()), "");
    }

    void add(
            long arrivalMillis,
            String code,
            String message,
            int attempts,
            long endMillis,
            byte[] bytes,
            int offset,
            int length)
            throws IOException {
        JsonGenerator out = json == null ? open() : json;
        out.writeStartObject();
        out.writeFieldName("rawData");
        out.writeBinary(bytes, offset, length);
        out.writeStringField("errorCode", code);
        out.writeStringField("errorMessage", message);
        out.writeNumberField("attemptsMade", attempts);
        out.writeNumberField("arrivalTimestamp", arrivalMillis);
        out.writeNumberField("attemptEndingTimestamp", endMillis);
        if (lambdaArn != null) {
            out.writeStringField("lambdaARN", lambdaArn);
        }
        out.writeEndObject();
        out.writeRaw('\n');
        records++;
    }

    long records() {
        return records;
    }

    /** Makes the object visible; when there is none, takes away one that an earlier attempt at this round left. */
    void publish() throws IOException {
        if (object == null) {
            return;
        }
        if (json == null) {
            Files.deleteIfExists(object);
        } else {
            json.close();
            json = null;
            Files.move(unfinished(object), object, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Takes back what was not published. */
    @Override
    public void close() throws IOException {
        if (json != null && object != null) {
            json.close();
            Files.deleteIfExists(unfinished(object));
        }
    }

    private JsonGenerator open() throws IOException {
        Path file = Objects.requireNonNull(object, "the object has no name yet");
        Files.createDirectories(file.getParent());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished(file)), 1 << 16);
        JsonGenerator opened = JSON.createGenerator(out).setRootValueSeparator(null);
        json = opened;
        return opened;
    }

    private static Path unfinished(Path object) {
        return object.resolveSibling("." + object.getFileName() + ".unfinished");
    }
}
