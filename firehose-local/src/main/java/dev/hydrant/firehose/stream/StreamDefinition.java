package dev.hydrant.firehose.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import java.util.UUID;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * What a delivery stream is, as kept in its {@code stream.json}.
 *
 * @param id a UUID: a stream that is deleted and made again under the same name is another one
 * @param createdMillis milliseconds since the Unix epoch
 * @param bucket name of the bucket for the error output
 * @param configuration the IcebergDestinationConfiguration of the request, told again by DescribeDeliveryStream
 */
public record StreamDefinition(
        String name,
        String id,
        long createdMillis,
        TableIdentifier table,
        BufferingHints hints,
        String bucket,
        ErrorOutputPrefix errorPrefix,
        ObjectNode configuration) {

    /** The account that every resource here belongs to. */
    public static final String ACCOUNT = "000000000000";

    /** The region in the names of resources, whichever the client signs for. */
    public static final String REGION = "us-east-1";

    /** The bucket of a stream that was made without a request. */
    public static final String LOCAL_BUCKET = "firehose-errors";

    /** A stream into {@code table} as a local run needs it, with everything else by default. */
    public static StreamDefinition local(String name, TableIdentifier table, BufferingHints hints, long createdMillis) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.put("RoleARN", "arn:aws:iam::" + ACCOUNT + ":role/local");
        configuration
                .putObject("CatalogConfiguration")
                .put("CatalogARN", "arn:aws:glue:" + REGION + ':' + ACCOUNT + ":catalog");
        configuration
                .putArray("DestinationTableConfigurationList")
                .addObject()
                .put("DestinationTableName", table.name())
                .put("DestinationDatabaseName", table.namespace().toString());
        configuration
                .putObject("S3Configuration")
                .put("RoleARN", "arn:aws:iam::" + ACCOUNT + ":role/local")
                .put("BucketARN", "arn:aws:s3:::" + LOCAL_BUCKET);
        return new StreamDefinition(
                name,
                UUID.randomUUID().toString(),
                createdMillis,
                table,
                hints,
                LOCAL_BUCKET,
                new ErrorOutputPrefix(""),
                configuration);
    }

    StreamDefinition withHints(BufferingHints other) {
        return new StreamDefinition(name, id, createdMillis, table, other, bucket, errorPrefix, configuration);
    }

    public String arn() {
        return "arn:aws:firehose:%s:%s:deliverystream/%s".formatted(REGION, ACCOUNT, name);
    }
}
