package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeMap;

/** AWS documentation of TagDeliveryStream: adds tags; one whose key is there gets the new value. */
final class TagDeliveryStream implements Operation {

    private final DeliveryStreams streams;

    TagDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        NavigableMap<String, String> added = Tags.of(arguments, violations);
        Tags.some(added.size(), "tags", violations);
        violations.check();
        AttributeChange change = before -> {
            NavigableMap<String, String> tags = new TreeMap<>(before.tags());
            tags.putAll(added);
            Tags.limit(tags, name);
            return before.withTags(tags);
        };
        change.apply(streams, name);
        reply.ascii("{}");
    }
}
