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
                .put("VersionId", Integer.toString(stream.attributes().version()))
                .put("CreateTimestamp", stream.createdMillis() / 1000.0)
                .put("HasMoreDestinations", false);
        Encryption.describe(
                stream.attributes().encryption(), description.putObject("DeliveryStreamEncryptionConfiguration"));
        description.putArray("Destinations").add(DestinationDescription.of(stream));
        Arguments.JSON.writeValue(reply, answer);
    }
}
