package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;

/** AWS documentation of StopDeliveryStreamEncryption. Ours: it is disabled at once. */
final class StopDeliveryStreamEncryption implements Operation {

    private final DeliveryStreams streams;

    StopDeliveryStreamEncryption(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        AttributeChange change = before -> before.withEncryption(null);
        change.apply(streams, StreamName.of(arguments));
        reply.ascii("{}");
    }
}
