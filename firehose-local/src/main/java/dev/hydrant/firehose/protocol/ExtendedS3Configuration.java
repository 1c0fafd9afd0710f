package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.delivery.Compression;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import dev.hydrant.firehose.delivery.ObjectFormat;
import dev.hydrant.firehose.delivery.ObjectPrefix;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamAttributes;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ExtendedS3DestinationConfiguration of a request (AWS documentation), for objects in a folder. */
final class ExtendedS3Configuration implements DestinationConfiguration {

    /** Before Configuration, Update or Description. */
    static final String NAME = "ExtendedS3Destination";

    private static final List<String> FORMATS = List.of("UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY");
    private static final Pattern EXTENSION = Pattern.compile("^$|\\.[0-9a-z!\\-_.*'()]+");
    private static final Pattern TIME_ZONE = Pattern.compile("^$|[a-zA-Z/_]+");
    private static final int LONGEST_PREFIX = 1_024;
    private static final int LONGEST_EXTENSION = 128;

    private final Arguments configuration;
    private final Buffering buffering;
    private final ProcessingConfiguration processing;

    /** @param at where it stands in the service model, with a dot at the end */
    ExtendedS3Configuration(Arguments configuration, String at, Violations violations) throws ServiceException {
        this.configuration = configuration;
        violations.required(configuration.text("RoleARN"), at + "roleARN", Arns.LONGEST, Arns.ROLE);
        violations.required(configuration.text("BucketARN"), at + "bucketARN", Arns.LONGEST_BUCKET, Arns.BUCKET);
        violations.length(configuration.text("Prefix"), at + "prefix", 0, LONGEST_PREFIX);
        violations.length(configuration.text("ErrorOutputPrefix"), at + "errorOutputPrefix", 0, LONGEST_PREFIX);
        buffering = Buffering.of(configuration, at, violations);
        violations.oneOf(configuration.text("CompressionFormat"), at + "compressionFormat", FORMATS);
        violations.oneOf(configuration.text("S3BackupMode"), at + "s3BackupMode", List.of("Disabled", "Enabled"));
        violations.length(configuration.text("FileExtension"), at + "fileExtension", 0, LONGEST_EXTENSION);
        violations.pattern(configuration.text("FileExtension"), at + "fileExtension", EXTENSION);
        violations.length(configuration.text("CustomTimeZone"), at + "customTimeZone", 0, 50);
        violations.pattern(configuration.text("CustomTimeZone"), at + "customTimeZone", TIME_ZONE);
        processing = new ProcessingConfiguration(
                configuration.object(ProcessingConfiguration.NAME), at + "processingConfiguration.", violations);
    }

    @Override
    public StreamDefinition definition(String name, long createdMillis) throws ServiceException {
        refuse("DynamicPartitioningConfiguration");
        refuse("DataFormatConversionConfiguration");
        DestinationConfiguration.refuse("Enabled".equals(configuration.text("S3BackupMode")), "S3BackupMode Enabled");
        String zone = text("CustomTimeZone");
        DestinationConfiguration.refuse(!zone.isEmpty() && !zone.equals("UTC"), "CustomTimeZone " + zone);
        String compression = Objects.requireNonNullElse(configuration.text("CompressionFormat"), "UNCOMPRESSED");
        DestinationConfiguration.refuse(
                !compression.equals("UNCOMPRESSED") && !compression.equals("GZIP"), "CompressionFormat " + compression);
        try {
            ObjectPrefix prefix = new ObjectPrefix(text("Prefix"));
            String errors = text("ErrorOutputPrefix");
            if (prefix.hasExpressions() && errors.isEmpty()) {
                throw ServiceException.invalidArgument(
                        "ErrorOutputPrefix must be specified when Prefix contains expressions.");
            }
            return new StreamDefinition(
                    name,
                    UUID.randomUUID().toString(),
                    createdMillis,
                    new Destination.Objects(
                            new ObjectFormat(prefix, Compression.valueOf(compression), text("FileExtension"))),
                    buffering.hints(),
                    Arns.bucket(text("BucketARN")),
                    // Without a prefix of their own errors go below the objects' one.
                    new ErrorOutputPrefix(errors.isEmpty() ? prefix.text() : errors),
                    processing.definition(),
                    configuration.json(),
                    StreamAttributes.NEW);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidArgument(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String feature) throws ServiceException {
        DestinationConfiguration.refuse(configuration.object(feature).flag("Enabled"), feature);
    }

    private String text(String member) throws ServiceException {
        return Objects.requireNonNullElse(configuration.text(member), "");
    }
}
