package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
final class IcebergConfiguration implements DestinationConfiguration {

    static final String NAME = "IcebergDestinationConfiguration";

    private static final String AT = "icebergDestinationConfiguration.";
    private static final Pattern TABLE = Pattern.compile("[a-zA-Z0-9\\.\\_]+");

    private static final int LONGEST_NAME = 512;

    /** Folders of the warehouse that are not namespaces. */
    private static final List<String> RESERVED = List.of("s3");

    private final Arguments configuration;
    private final Arguments s3;
    private final Buffering buffering;
    private final List<ObjectNode> tables;
    private final ProcessingConfiguration processing;

    IcebergConfiguration(Arguments configuration, Violations violations) throws ServiceException {
        this.configuration = configuration;
        s3 = configuration.object("S3Configuration");
        tables = objects(configuration.json().path("DestinationTableConfigurationList"));
        violations.required(configuration.text("RoleARN"), AT + "roleARN", Arns.LONGEST, Arns.ROLE);
        violations.notNull(configuration.json().get("CatalogConfiguration"), AT + "catalogConfiguration");
        violations.pattern(
                configuration.object("CatalogConfiguration").text("CatalogARN"),
                AT + "catalogConfiguration.catalogARN",
                Arns.CATALOG);
        violations.notNull(configuration.json().get("S3Configuration"), AT + "s3Configuration");
        if (configuration.has("S3Configuration")) {
            violations.required(s3.text("RoleARN"), AT + "s3Configuration.roleARN", Arns.LONGEST, Arns.ROLE);
            violations.required(
                    s3.text("BucketARN"), AT + "s3Configuration.bucketARN", Arns.LONGEST_BUCKET, Arns.BUCKET);
        }
        buffering = Buffering.of(configuration, AT, violations);
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
            violations.required(table.text("DestinationTableName"), at + "destinationTableName", LONGEST_NAME, TABLE);
            violations.required(
                    table.text("DestinationDatabaseName"), at + "destinationDatabaseName", LONGEST_NAME, TABLE);
        }
    }

    @Override
    public StreamDefinition definition(String name, long createdMillis) throws ServiceException {
        TransformDefinition transform = processing.definition();
        DestinationConfiguration.refuse(
                configuration.object("SchemaEvolutionConfiguration").flag("Enabled"), "SchemaEvolutionConfiguration");
        DestinationConfiguration.refuse(
                configuration.object("TableCreationConfiguration").flag("Enabled"), "TableCreationConfiguration");
        DestinationConfiguration.refuse("AllData".equals(configuration.text("S3BackupMode")), "S3BackupMode AllData");
        boolean routed = transform != null && tables.isEmpty();
        if (tables.size() != 1 && !routed) {
            throw ServiceException.invalidArgument(
                    "DestinationTableConfigurationList has %d entries: the local Firehose takes one, or none with a transform."
                            .formatted(tables.size()));
        }
        String ofTable = routed ? null : new Arguments(tables.get(0)).text("S3ErrorOutputPrefix");
        String prefix = ofTable == null || ofTable.isEmpty() ? s3.text("ErrorOutputPrefix") : ofTable;
        String bucket = Arns.bucket(String.valueOf(s3.text("BucketARN")));
        try {
            return new StreamDefinition(
                    name,
                    UUID.randomUUID().toString(),
                    createdMillis,
                    new Destination.Tables(routed ? null : table(new Arguments(tables.get(0)))),
                    buffering.hints(),
                    bucket,
                    new ErrorOutputPrefix(Objects.requireNonNullElse(prefix, "")),
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
