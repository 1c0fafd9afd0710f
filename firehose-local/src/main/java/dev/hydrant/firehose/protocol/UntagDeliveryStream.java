package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** AWS documentation of UntagDeliveryStream: removes tags; a key that is not there is passed over. */
final class UntagDeliveryStream implements Operation {

    private final DeliveryStreams streams;

    UntagDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        List<String> keys = arguments.texts("TagKeys");
        Tags.keys(keys, violations);
        violations.check();
        AttributeChange change = before -> {
            NavigableMap<String, String> tags = new TreeMap<>(before.tags());
            keys.forEach(tags::remove);
            return before.withTags(tags);
        };
        change.apply(streams, name);
        reply.ascii("{}");
    }
}
