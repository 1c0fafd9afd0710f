package dev.hydrant.firehose.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The name of an S3 object as Firehose forms it, {@code STREAM-VERSION-yyyy-MM-dd-HH-mm-ss-UUID} (AWS documentation of S3 object names), but
 * following from the first record of a round: the same in each attempt.
 *
 * @param number of that record
 * @param arrivalMillis of that record, milliseconds since the Unix epoch
 */
record ObjectName(String streamName, String streamId, long number, long arrivalMillis) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);

    /** Streams cannot be changed here, so they stay at their first version. */
    private static final int VERSION = 1;

    /** Length of the text that {@code !{firehose:random-string}} stands for (AWS documentation of custom prefixes). */
    private static final int RANDOM_LENGTH = 11;

    Instant time() {
        return Instant.ofEpochMilli(arrivalMillis);
    }

    String random() {
        return id().toString().replace("-", "").substring(0, RANDOM_LENGTH);
    }

    /**
     * The object's file.
     *
     * @throws IllegalStateException when the key leaves the bucket
     */
    Path in(Path bucket, String prefix, String extension) {
        String key = "%s%s-%d-%s-%s%s".formatted(prefix, streamName, VERSION, TIME.format(time()), id(), extension);
        Path file = bucket.resolve(key).normalize();
        if (!file.startsWith(bucket)) {
            throw new IllegalStateException("object key %s leaves its bucket %s".formatted(key, bucket));
        }
        return file;
    }

    private UUID id() {
        return UUID.nameUUIDFromBytes((streamId + ':' + number).getBytes(StandardCharsets.UTF_8));
    }
}
