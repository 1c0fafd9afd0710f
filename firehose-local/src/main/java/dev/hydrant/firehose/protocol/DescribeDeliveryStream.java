package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.io.IOException;

/** AWS documentation of DescribeDeliveryStream: what the stream was made from, with what is taken by default. */
final class DescribeDeliveryStream implements Operation {

    private final DeliveryStreams streams;

    DescribeDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException {
        StreamDefinition stream =
                Puts.stream(streams, StreamName.of(Arguments.of(request))).definition();
        ObjectNode answer = Arguments.JSON.createObjectNode();
        ObjectNode description = answer.putObject("DeliveryStreamDescription")
                .put("DeliveryStreamName", stream.name())
                .put("DeliveryStreamARN", stream.arn())
                .put("DeliveryStreamStatus", "ACTIVE")
                .put("DeliveryStreamType", CreateDeliveryStream.DIRECT_PUT)
                .put("VersionId", "1")
                .put("CreateTimestamp", stream.createdMillis() / 1000.0)
                .put("HasMoreDestinations", false);
        description.putObject("DeliveryStreamEncryptionConfiguration").put("Status", "DISABLED");
        description
                .putArray("Destinations")
                .addObject()
                .put("DestinationId", "destinationId-000000000001")
                .set("IcebergDestinationDescription", destination(stream));
        Arguments.JSON.writeValue(reply, answer);
    }

    private static ObjectNode destination(StreamDefinition stream) {
        ObjectNode destination = stream.configuration().deepCopy();
        destination
                .putObject("BufferingHints")
                .put("SizeInMBs", stream.hints().sizeMiB())
                .put("IntervalInSeconds", stream.hints().intervalSeconds());
        if (!destination.has("S3BackupMode")) {
            destination.put("S3BackupMode", CreateDeliveryStream.FAILED_DATA_ONLY);
        }
        if (!destination.has("RetryOptions")) {
            destination.putObject("RetryOptions").put("DurationInSeconds", CreateDeliveryStream.DEFAULT_RETRY_SECONDS);
        }
        if (destination.remove("S3Configuration") instanceof ObjectNode s3) {
            if (!s3.has("BufferingHints")) {
                s3.set("BufferingHints", destination.get("BufferingHints").deepCopy());
            }
            if (!s3.has("CompressionFormat")) {
                s3.put("CompressionFormat", "UNCOMPRESSED");
            }
            if (!s3.has("EncryptionConfiguration")) {
                s3.putObject("EncryptionConfiguration").put("NoEncryptionConfig", "NoEncryption");
            }
            destination.set("S3DestinationDescription", s3);
        }
        return destination;
    }
}
