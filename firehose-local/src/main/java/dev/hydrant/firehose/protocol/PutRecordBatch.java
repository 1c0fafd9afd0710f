package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStream;
import dev.hydrant.firehose.stream.DeliveryStreams;

/** AWS documentation of PutRecordBatch: up to 500 records, each of at most 1,024,000 bytes, together at most 4 MiB. All are accepted, or none. */
final class PutRecordBatch implements Operation {

    private final DeliveryStreams streams;

    PutRecordBatch(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException {
        DeliveryStream stream = Puts.stream(streams, PutParser.parse(request, true));
        long first = Puts.put(stream, request);
        reply.ascii("{\"FailedPutCount\":0,\"Encrypted\":false,\"RequestResponses\":[");
        for (int i = 0; i < request.frame().records(); i++) {
            reply.write(i == 0 ? '{' : ',');
            if (i > 0) {
                reply.write('{');
            }
            Puts.recordId(stream, first + i, reply);
            reply.write('}');
        }
        reply.ascii("]}");
    }
}
