package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamDefinition;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** The IcebergDestinationConfiguration of a request (AWS documentation), checked against the service model, then for what is done here. */
final class IcebergConfiguration {

    static final String NAME = "IcebergDestinationConfiguration";

    private static final String AT = "icebergDestinationConfiguration.";
    private static final Pattern ROLE = Pattern.compile("arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+");
    private static final Pattern BUCKET = Pattern.compile("arn:.*:s3:::[\\w\\.\\-]{1,255}");
    private static final Pattern CATALOG = Pattern.compile("arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?");
    private static final Pattern TABLE = Pattern.compile("[a-zA-Z0-9\\.\\_]+");

    /** Folders of the warehouse that are not namespaces. */
    private static final List<String> RESERVED = List.of("s3");

    private final Arguments configuration;
    private final Arguments s3;
    private final Arguments buffering;
    private final List<ObjectNode> tables;
    private final ProcessingConfiguration processing;

    IcebergConfiguration(Arguments configuration, Violations violations) throws ServiceException {
        this.configuration = configuration;
        s3 = configuration.object("S3Configuration");
        buffering = configuration.object("BufferingHints");
        tables = objects(configuration.json().path("DestinationTableConfigurationList"));
        required(configuration, "RoleARN", AT + "roleARN", ROLE, violations);
        violations.notNull(configuration.json().get("CatalogConfiguration"), AT + "catalogConfiguration");
        violations.pattern(
                configuration.object("CatalogConfiguration").text("CatalogARN"),
                AT + "catalogConfiguration.catalogARN",
                CATALOG);
        violations.notNull(configuration.json().get("S3Configuration"), AT + "s3Configuration");
        if (configuration.has("S3Configuration")) {
            required(s3, "RoleARN", AT + "s3Configuration.roleARN", ROLE, violations);
            required(s3, "BucketARN", AT + "s3Configuration.bucketARN", BUCKET, violations);
        }
        violations.range(
                buffering.integer("SizeInMBs"),
                AT + "bufferingHints.sizeInMBs",
                BufferingHints.LEAST_MIB,
                BufferingHints.MOST_MIB);
        violations.range(
                buffering.integer("IntervalInSeconds"),
                AT + "bufferingHints.intervalInSeconds",
                BufferingHints.LEAST_SECONDS,
                BufferingHints.MOST_SECONDS);
        processing = new ProcessingConfiguration(
                configuration.object(ProcessingConfiguration.NAME), AT + "processingConfiguration.", violations);
        violations.range(
                configuration.object("RetryOptions").integer("DurationInSeconds"),
                AT + "retryOptions.durationInSeconds",
                0,
                7_200);
        violations.oneOf(
                configuration.text("S3BackupMode"),
                AT + "s3BackupMode",
                List.of(CreateDeliveryStream.FAILED_DATA_ONLY, "AllData"));
        for (int i = 0; i < tables.size(); i++) {
            String at = AT + "destinationTableConfigurationList.%d.member.".formatted(i + 1);
            Arguments table = new Arguments(tables.get(i));
            required(table, "DestinationTableName", at + "destinationTableName", TABLE, violations);
            required(table, "DestinationDatabaseName", at + "destinationDatabaseName", TABLE, violations);
        }
    }

    /** The stream that this configuration makes, once every constraint of the model is met. */
    StreamDefinition definition(String name, long createdMillis) throws ServiceException {
        TransformDefinition transform = processing.definition();
        refuse(configuration.object("SchemaEvolutionConfiguration").flag("Enabled"), "SchemaEvolutionConfiguration");
        refuse(configuration.object("TableCreationConfiguration").flag("Enabled"), "TableCreationConfiguration");
        refuse("AllData".equals(configuration.text("S3BackupMode")), "S3BackupMode AllData");
        boolean routed = transform != null && tables.isEmpty();
        if (tables.size() != 1 && !routed) {
            throw ServiceException.invalidArgument(
                    "DestinationTableConfigurationList has %d entries: the local Firehose takes one, or none with a transform."
                            .formatted(tables.size()));
        }
        Arguments table = routed ? configuration.object("") : new Arguments(tables.get(0));
        String prefix = Objects.requireNonNullElse(table.text("S3ErrorOutputPrefix"), "");
        if (prefix.isEmpty()) {
            prefix = Objects.requireNonNullElse(s3.text("ErrorOutputPrefix"), "");
        }
        Integer size = buffering.integer("SizeInMBs");
        Integer interval = buffering.integer("IntervalInSeconds");
        String bucket = String.valueOf(s3.text("BucketARN")).replaceFirst(".*:::", "");
        if (bucket.matches("\\.+")) {
            throw ServiceException.invalidArgument("BucketARN: a bucket is not named %s.".formatted(bucket));
        }
        try {
            return new StreamDefinition(
                    name,
                    UUID.randomUUID().toString(),
                    createdMillis,
                    new Destination.Tables(routed ? null : table(table)),
                    new BufferingHints(
                            size == null ? BufferingHints.AWS_DEFAULT.sizeMiB() : size,
                            interval == null ? BufferingHints.AWS_DEFAULT.intervalSeconds() : interval),
                    bucket,
                    new ErrorOutputPrefix(prefix),
                    transform,
                    configuration.json());
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidArgument(String.valueOf(e.getMessage()));
        }
    }

    private static TableIdentifier table(Arguments table) throws ServiceException {
        return TableIdentifier.of(
                Namespace.of(parts(table, "DestinationDatabaseName")),
                String.join(".", parts(table, "DestinationTableName")));
    }

    private static String[] parts(Arguments table, String member) throws ServiceException {
        String name = String.valueOf(table.text(member));
        String[] parts = name.split("\\.", -1);
        if (List.of(parts).contains("") || RESERVED.contains(parts[0])) {
            throw ServiceException.invalidArgument(
                    "%s %s: here it must not be %s, nor begin or end with a dot, nor have two in a row."
                            .formatted(member, name, RESERVED.get(0)));
        }
        return parts;
    }

    private static void refuse(boolean asked, String what) throws ServiceException {
        if (asked) {
            throw ServiceException.invalidArgument(what + " is not supported by the local Firehose.");
        }
    }

    private static void required(
            Arguments arguments, String name, String member, Pattern pattern, Violations violations)
            throws ServiceException {
        String value = arguments.text(name);
        violations.notNull(value, member);
        violations.length(value, member, 1, 512);
        violations.pattern(value, member, pattern);
    }

    private static List<ObjectNode> objects(JsonNode list) throws ServiceException {
        for (JsonNode entry : list) {
            if (!entry.isObject()) {
                throw ServiceException.serialization(
                        "DestinationTableConfigurationList holds %s: expected objects".formatted(entry));
            }
        }
        return list.valueStream().map(ObjectNode.class::cast).toList();
    }
}
