package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamAttributes;
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

    /** Before Configuration, Update or Description. */
    static final String NAME = "IcebergDestination";

    private static final Pattern TABLE = Pattern.compile("[a-zA-Z0-9\\.\\_]+");

    private static final int LONGEST_NAME = 512;

    /** Folders of the warehouse that are not namespaces. */
    private static final List<String> RESERVED = List.of("s3");

    private final Arguments configuration;
    private final Arguments s3;
    private final Buffering buffering;
    private final List<Arguments> tables;
    private final ProcessingConfiguration processing;

    /** @param at where it stands in the service model, with a dot at the end */
    IcebergConfiguration(Arguments configuration, String at, Violations violations) throws ServiceException {
        this.configuration = configuration;
        s3 = configuration.object("S3Configuration");
        tables = configuration.objects("DestinationTableConfigurationList");
        violations.required(configuration.text("RoleARN"), at + "roleARN", Arns.LONGEST, Arns.ROLE);
        violations.notNull(configuration.json().get("CatalogConfiguration"), at + "catalogConfiguration");
        violations.pattern(
                configuration.object("CatalogConfiguration").text("CatalogARN"),
                at + "catalogConfiguration.catalogARN",
                Arns.CATALOG);
        violations.notNull(configuration.json().get("S3Configuration"), at + "s3Configuration");
        if (configuration.has("S3Configuration")) {
            violations.required(s3.text("RoleARN"), at + "s3Configuration.roleARN", Arns.LONGEST, Arns.ROLE);
            violations.required(
                    s3.text("BucketARN"), at + "s3Configuration.bucketARN", Arns.LONGEST_BUCKET, Arns.BUCKET);
        }
        buffering = Buffering.of(configuration, at, violations);
        processing = new ProcessingConfiguration(
                configuration.object(ProcessingConfiguration.NAME), at + "processingConfiguration.", violations);
        violations.range(
                configuration.object("RetryOptions").integer("DurationInSeconds"),
                at + "retryOptions.durationInSeconds",
                0,
                7_200);
        violations.oneOf(
                configuration.text("S3BackupMode"),
                at + "s3BackupMode",
                List.of(CreateDeliveryStream.FAILED_DATA_ONLY, "AllData"));
        for (int i = 0; i < tables.size(); i++) {
            String member = at + "destinationTableConfigurationList.%d.member.".formatted(i + 1);
            Arguments table = tables.get(i);
            violations.required(
                    table.text("DestinationTableName"), member + "destinationTableName", LONGEST_NAME, TABLE);
            violations.required(
                    table.text("DestinationDatabaseName"), member + "destinationDatabaseName", LONGEST_NAME, TABLE);
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
        String ofTable = routed ? null : tables.get(0).text("S3ErrorOutputPrefix");
        String prefix = ofTable == null || ofTable.isEmpty() ? s3.text("ErrorOutputPrefix") : ofTable;
        String bucket = Arns.bucket(String.valueOf(s3.text("BucketARN")));
        try {
            return new StreamDefinition(
                    name,
                    UUID.randomUUID().toString(),
                    createdMillis,
                    new Destination.Tables(routed ? null : table(tables.get(0))),
                    buffering.hints(),
                    bucket,
                    new ErrorOutputPrefix(Objects.requireNonNullElse(prefix, "")),
                    transform,
                    configuration.json(),
                    StreamAttributes.NEW);
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
}
