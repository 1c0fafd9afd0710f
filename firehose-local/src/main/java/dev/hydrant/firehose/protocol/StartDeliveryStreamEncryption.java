package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamEncryption;
import java.io.IOException;

/** AWS documentation of StartDeliveryStreamEncryption. Ours: it is enabled at once, and described; the spool stays as it is. */
final class StartDeliveryStreamEncryption implements Operation {

    private final DeliveryStreams streams;

    StartDeliveryStreamEncryption(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        StreamEncryption asked = Encryption.of(arguments, violations);
        violations.check();
        Encryption.check(asked);
        StreamEncryption encryption = asked == null ? new StreamEncryption(StreamEncryption.OF_AWS, null) : asked;
        AttributeChange change = before -> before.withEncryption(encryption);
        change.apply(streams, name);
        reply.ascii("{}");
    }
}
