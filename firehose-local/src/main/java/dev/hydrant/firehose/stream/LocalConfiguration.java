package dev.hydrant.firehose.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.transform.TransformDefinition;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** The request that a stream which was made without one could have come from. */
final class LocalConfiguration {

    private static final String ROLE = "arn:aws:iam::" + StreamDefinition.ACCOUNT + ":role/local";

    private LocalConfiguration() {}

    static ObjectNode of(Destination destination, String bucket, @Nullable TransformDefinition transform) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode().put("RoleARN", ROLE);
        if (destination instanceof Destination.Tables tables) {
            tables(configuration, tables.own(), bucket);
        } else if (destination instanceof Destination.Objects objects) {
            configuration.put("BucketARN", "arn:aws:s3:::" + bucket);
            configuration.put("Prefix", objects.format().prefix().text());
            configuration.put(
                    "CompressionFormat", objects.format().compression().name());
            if (!objects.format().fileExtension().isEmpty()) {
                configuration.put("FileExtension", objects.format().fileExtension());
            }
        }
        if (transform != null) {
            processing(configuration, transform);
        }
        return configuration;
    }

    private static void tables(ObjectNode configuration, @Nullable TableIdentifier own, String bucket) {
        configuration
                .putObject("CatalogConfiguration")
                .put(
                        "CatalogARN",
                        "arn:aws:glue:%s:%s:catalog".formatted(StreamDefinition.REGION, StreamDefinition.ACCOUNT));
        if (own != null) {
            configuration
                    .putArray("DestinationTableConfigurationList")
                    .addObject()
                    .put("DestinationTableName", own.name())
                    .put("DestinationDatabaseName", own.namespace().toString());
        }
        configuration.putObject("S3Configuration").put("RoleARN", ROLE).put("BucketARN", "arn:aws:s3:::" + bucket);
    }

    private static void processing(ObjectNode configuration, TransformDefinition transform) {
        ObjectNode processing =
                configuration.putObject("ProcessingConfiguration").put("Enabled", true);
        ArrayNode parameters = processing
                .putArray("Processors")
                .addObject()
                .put("Type", "Lambda")
                .putArray("Parameters");
        parameter(parameters, "LambdaArn", transform.functionArn());
        parameter(parameters, "NumberOfRetries", String.valueOf(transform.retries()));
        parameter(
                parameters,
                "BufferSizeInMBs",
                String.valueOf(transform.buffering().sizeMB()));
        parameter(
                parameters,
                "BufferIntervalInSeconds",
                String.valueOf(transform.buffering().intervalSeconds()));
    }

    private static void parameter(ArrayNode parameters, String name, String value) {
        parameters.addObject().put("ParameterName", name).put("ParameterValue", value);
    }
}
