package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStream;
import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;

/**
 * AWS documentation of DeleteDeliveryStream.
 *
 * <p>Ours: records that are still buffered are delivered first; when that does not work the stream stays, unless AllowForceDelete is set.
 */
final class DeleteDeliveryStream implements Operation {

    private final DeliveryStreams streams;

    DeleteDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        DeliveryStream stream = Puts.stream(streams, StreamName.of(arguments));
        long left = streams.delete(stream, arguments.flag("AllowForceDelete"));
        if (left > 0) {
            throw ServiceException.inUse(
                    "Firehose %s holds %d records that cannot be delivered: %s. AllowForceDelete drops them."
                            .formatted(
                                    stream.definition().name(),
                                    left,
                                    stream.lastError().orElse("delivery takes long")));
        }
        reply.ascii("{}");
    }
}
