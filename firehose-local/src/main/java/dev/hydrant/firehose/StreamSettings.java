package dev.hydrant.firehose;

import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.Compression;
import dev.hydrant.firehose.delivery.ObjectFormat;
import dev.hydrant.firehose.delivery.ObjectPrefix;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamDefinition;
import dev.hydrant.firehose.transform.TransformBuffering;
import dev.hydrant.firehose.transform.TransformDefinition;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A stream that exists from the start of a local Firehose.
 *
 * @param name 1 to 64 of {@code a-z A-Z 0-9 _ . -}
 * @param bucket name of the folder below {@code s3/} for objects and for the error output
 * @param hints when it delivers
 * @param function that transforms its records, by the name it is registered under; null for none
 * @param transformBuffering when it transforms
 * @param retries of an invocation that failed, 0 to 300
 */
public record StreamSettings(
        String name,
        Destination destination,
        String bucket,
        BufferingHints hints,
        @Nullable String function,
        TransformBuffering transformBuffering,
        int retries) {

    public StreamSettings {
        checkName(name);
        if (!bucket.matches("[\\w.-]{1,255}") || bucket.matches("\\.+")) {
            throw new IllegalArgumentException(
                    "bucket '%s': allowed are 1 to 255 characters of a-z A-Z 0-9 _ . -".formatted(bucket));
        }
        if (retries < 0 || retries > TransformDefinition.MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "retries %d: allowed 0 to %d".formatted(retries, TransformDefinition.MOST_RETRIES));
        }
    }

    /** Into one table, records as they are; 5 MiB or 10 s. */
    public static StreamSettings toTable(String name, String namespace, String table) {
        return tables(name, namespace, table, null);
    }

    /**
     * Into the tables that the function's {@code otfMetadata} names; 5 MiB or 10 s, transformed by 1 MB or 1 s.
     *
     * @param defaultNamespace of rows whose metadata does not name one
     * @param defaultTable the same
     */
    public static StreamSettings toRoutedTables(
            String name, String defaultNamespace, String defaultTable, String function) {
        return tables(name, defaultNamespace, defaultTable, function);
    }

    /**
     * Into objects in {@code s3/BUCKET} of the warehouse, one after the other as they are; 5 MiB or 10 s, transformed by 1 MB or 1 s.
     *
     * @param prefix of their names, with Firehose's expressions; without any, {@code yyyy/MM/dd/HH/} follows
     * @param function null for none
     */
    public static StreamSettings toFolder(String name, String bucket, String prefix, @Nullable String function) {
        ObjectFormat format = new ObjectFormat(new ObjectPrefix(prefix), Compression.UNCOMPRESSED, "");
        return new StreamSettings(
                name,
                new Destination.Objects(format),
                bucket,
                BufferingHints.LOCAL_DEFAULT,
                function,
                TransformBuffering.LOCAL_DEFAULT,
                TransformDefinition.DEFAULT_RETRIES);
    }

    private static StreamSettings tables(String name, String namespace, String table, @Nullable String function) {
        return new StreamSettings(
                name,
                new Destination.Tables(TableIdentifier.of(Namespace.of(namespace.split("\\.")), table)),
                StreamDefinition.LOCAL_BUCKET,
                BufferingHints.LOCAL_DEFAULT,
                function,
                TransformBuffering.LOCAL_DEFAULT,
                TransformDefinition.DEFAULT_RETRIES);
    }

    /** When it delivers. */
    public StreamSettings withBuffering(BufferingHints newHints) {
        return new StreamSettings(name, destination, bucket, newHints, function, transformBuffering, retries);
    }

    /**
     * When it delivers.
     *
     * @param sizeMiB 1 to 128 (AWS documentation of BufferingHints)
     * @param intervalSeconds 0 to 900 (the same)
     */
    public StreamSettings withBuffering(int sizeMiB, int intervalSeconds) {
        return withBuffering(new BufferingHints(sizeMiB, intervalSeconds));
    }

    /**
     * When it transforms.
     *
     * @param sizeMB 0.2 to 3 (AWS documentation of Firehose's data transformation)
     * @param intervalSeconds 0 to 900 (the same)
     */
    public StreamSettings withTransformBuffering(double sizeMB, int intervalSeconds) {
        return new StreamSettings(
                name, destination, bucket, hints, function, new TransformBuffering(sizeMB, intervalSeconds), retries);
    }

    /** How often an invocation that failed is repeated, 0 to 300 (AWS documentation of ProcessorParameter); 3 by default. */
    public StreamSettings withRetries(int newRetries) {
        return new StreamSettings(name, destination, bucket, hints, function, transformBuffering, newRetries);
    }

    /**
     * With objects compressed by GZIP, their names ending in {@code .gz}.
     *
     * @throws IllegalStateException when the stream delivers into tables
     */
    public StreamSettings withGzip() {
        ObjectFormat format = format();
        return withFormat(new ObjectFormat(format.prefix(), Compression.GZIP, format.fileExtension()));
    }

    /**
     * With another ending of the objects' names.
     *
     * @param extension a dot and up to 127 of {@code 0-9 a-z ! - _ . * ' ( )}
     * @throws IllegalStateException when the stream delivers into tables
     */
    public StreamSettings withFileExtension(String extension) {
        return withFormat(new ObjectFormat(format().prefix(), format().compression(), extension));
    }

    private ObjectFormat format() {
        if (destination instanceof Destination.Objects objects) {
            return objects.format();
        }
        throw new IllegalStateException("stream %s delivers into tables, not into objects".formatted(name));
    }

    private StreamSettings withFormat(ObjectFormat format) {
        return new StreamSettings(
                name, new Destination.Objects(format), bucket, hints, function, transformBuffering, retries);
    }

    static void checkName(String name) {
        if (!name.matches("[a-zA-Z0-9_.-]{1,64}") || name.matches("\\.+")) {
            throw new IllegalArgumentException(
                    "stream '%s': allowed are 1 to 64 characters of a-z A-Z 0-9 _ . -".formatted(name));
        }
    }

    StreamDefinition definition(long createdMillis) {
        TransformDefinition transform = function == null
                ? null
                : new TransformDefinition(StreamDefinition.functionArn(function), retries, transformBuffering);
        return StreamDefinition.local(name, destination, hints, bucket, transform, createdMillis);
    }
}
