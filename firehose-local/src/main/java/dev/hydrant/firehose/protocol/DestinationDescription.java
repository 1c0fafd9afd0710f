package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamDefinition;

/** What a destination was made from, with what is taken by default (AWS documentation of DestinationDescription). */
final class DestinationDescription {

    /** A stream has one destination; Firehose numbers them from 1. */
    static final String ID = "destinationId-000000000001";

    private DestinationDescription() {}

    static ObjectNode of(StreamDefinition stream) {
        ObjectNode destination = Arguments.JSON.createObjectNode().put("DestinationId", ID);
        destination.set(
                DestinationConfiguration.name(stream.destination()) + "Description",
                stream.destination() instanceof Destination.Objects ? objects(stream) : tables(stream));
        return destination;
    }

    private static ObjectNode tables(StreamDefinition stream) {
        ObjectNode tables = stream.configuration().deepCopy();
        tables.set("BufferingHints", hints(stream.hints()));
        byDefault(tables, "S3BackupMode", CreateDeliveryStream.FAILED_DATA_ONLY);
        if (!tables.has("RetryOptions")) {
            tables.putObject("RetryOptions").put("DurationInSeconds", CreateDeliveryStream.DEFAULT_RETRY_SECONDS);
        }
        if (tables.remove("S3Configuration") instanceof ObjectNode s3) {
            if (!s3.has("BufferingHints")) {
                s3.set("BufferingHints", hints(stream.hints()));
            }
            tables.set("S3DestinationDescription", bucket(s3));
        }
        return tables;
    }

    private static ObjectNode objects(StreamDefinition stream) {
        ObjectNode objects = bucket(stream.configuration().deepCopy());
        objects.set("BufferingHints", hints(stream.hints()));
        byDefault(objects, "S3BackupMode", "Disabled");
        return objects;
    }

    private static ObjectNode bucket(ObjectNode s3) {
        byDefault(s3, "CompressionFormat", "UNCOMPRESSED");
        if (!s3.has("EncryptionConfiguration")) {
            s3.putObject("EncryptionConfiguration").put("NoEncryptionConfig", "NoEncryption");
        }
        return s3;
    }

    private static ObjectNode hints(BufferingHints hints) {
        return Arguments.JSON
                .createObjectNode()
                .put("SizeInMBs", hints.sizeMiB())
                .put("IntervalInSeconds", hints.intervalSeconds());
    }

    private static void byDefault(ObjectNode json, String name, String value) {
        if (!json.has(name)) {
            json.put(name, value);
        }
    }
}
