package dev.hydrant.firehose.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records of one flush that do not fit, as one object of JSON lines with the fields that Firehose writes.
 *
 * <p>The object's name follows from the stream and the first of these records, so a flush that is repeated after a kill writes the same
 * object again. It appears whole, when the flush is done with it, or not at all.
 */
final class ErrorOutput implements Closeable {

    static final String ICEBERG_FAILED = "iceberg-failed";

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final int ATTEMPTS = 1;

    private final Target target;
    private final InstantSource clock;
    private @Nullable Path object;
    private @Nullable JsonGenerator json;
    private long records;

    /**
     * Where the objects go.
     *
     * @param bucket the folder that stands for the bucket
     */
    record Target(Path bucket, ErrorOutputPrefix prefix, String streamName, String streamId) {}

    ErrorOutput(Target target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    void add(long number, long arrivalMillis, byte[] bytes, int offset, int length, String code, String message)
            throws IOException {
        JsonGenerator out = json == null ? open(number, arrivalMillis) : json;
        out.writeStartObject();
        out.writeFieldName("rawData");
        out.writeBinary(bytes, offset, length);
        out.writeStringField("errorCode", code);
        out.writeStringField("errorMessage", message);
        out.writeNumberField("attemptsMade", ATTEMPTS);
        out.writeNumberField("arrivalTimestamp", arrivalMillis);
        out.writeNumberField("attemptEndingTimestamp", clock.millis());
        out.writeEndObject();
        out.writeRaw('\n');
        records++;
    }

    long records() {
        return records;
    }

    /** Makes the object visible, if there is any. */
    void publish() throws IOException {
        if (json != null && object != null) {
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

    private JsonGenerator open(long number, long arrivalMillis) throws IOException {
        UUID id = UUID.nameUUIDFromBytes((target.streamId() + ':' + number).getBytes(StandardCharsets.UTF_8));
        Instant time = Instant.ofEpochMilli(arrivalMillis);
        String random = id.toString().replace("-", "").substring(0, 11);
        // Firehose's own pattern: stream, version, time, random text.
        String key = target.prefix().at(time, ICEBERG_FAILED, random)
                + "%s-1-%s-%s".formatted(target.streamName(), NAME_TIME.format(time), id);
        Path file = target.bucket().resolve(key).normalize();
        if (!file.startsWith(target.bucket())) {
            throw new IOException("error output key %s leaves its bucket %s".formatted(key, target.bucket()));
        }
        Files.createDirectories(file.getParent());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished(file)), 1 << 16);
        object = file;
        JsonGenerator opened = JSON.createGenerator(out).setRootValueSeparator(null);
        json = opened;
        return opened;
    }

    private static Path unfinished(Path object) {
        return object.resolveSibling("." + object.getFileName() + ".unfinished");
    }
}
