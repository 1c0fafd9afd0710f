package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamAttributes;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.io.IOException;

/** Changes a stream's attributes, whatever else changes it at the same time. */
@FunctionalInterface
interface AttributeChange {

    StreamAttributes of(StreamAttributes before) throws ServiceException;

    default void apply(DeliveryStreams streams, String name)
            throws ServiceException, IOException, InterruptedException {
        StreamDefinition before;
        do {
            before = Puts.stream(streams, name).definition();
        } while (streams.update(before, before.with(of(before.attributes()))) == DeliveryStreams.Change.STALE);
    }
}
