package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStream;
import dev.hydrant.firehose.stream.DeliveryStreams;

/** AWS documentation of PutRecord: one record of at most 1,024,000 bytes. */
final class PutRecord implements Operation {

    private final DeliveryStreams streams;

    PutRecord(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException {
        DeliveryStream stream = Puts.stream(streams, PutParser.parse(request, false));
        long number = Puts.put(stream, request);
        reply.ascii("{\"Encrypted\":false,");
        Puts.recordId(stream, number, reply);
        reply.write('}');
    }
}
