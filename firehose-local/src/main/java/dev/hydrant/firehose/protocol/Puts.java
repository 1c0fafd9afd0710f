package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStream;
import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.io.IOException;
import java.util.UUID;

/** What PutRecord and PutRecordBatch share. */
final class Puts {

    private Puts() {}

    static DeliveryStream stream(DeliveryStreams streams, String name) throws ServiceException {
        DeliveryStream stream = streams.get(name);
        if (stream == null) {
            throw ServiceException.notFound(name, StreamDefinition.ACCOUNT);
        }
        return stream;
    }

    static long put(DeliveryStream stream, Request request) throws ServiceException {
        try {
            return stream.put(request.frame());
        } catch (IOException e) {
            throw ServiceException.unavailable("The records could not be spooled: " + e.getMessage());
        }
    }

    /** Writes the id of record {@code number}: half of the stream's id, then the number, in hex. */
    static void recordId(DeliveryStream stream, long number, Reply reply) {
        reply.ascii("\"RecordId\":\"");
        reply.hex(UUID.fromString(stream.definition().id()).getMostSignificantBits());
        reply.hex(number);
        reply.write('"');
    }
}
