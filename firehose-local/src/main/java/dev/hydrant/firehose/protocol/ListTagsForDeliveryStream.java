package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamAttributes;
import java.io.IOException;
import java.util.NavigableMap;

/** AWS documentation of ListTagsForDeliveryStream: tags in the order of their keys, 50 at a time unless told otherwise. */
final class ListTagsForDeliveryStream implements Operation {

    private final DeliveryStreams streams;

    ListTagsForDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        String after = arguments.text("ExclusiveStartTagKey");
        Integer limit = arguments.integer("Limit");
        Tags.key(after, "exclusiveStartTagKey", violations);
        violations.range(limit, "limit", 1, StreamAttributes.MOST_TAGS);
        violations.check();
        NavigableMap<String, String> tags =
                Puts.stream(streams, name).definition().attributes().tags();
        NavigableMap<String, String> rest = after == null ? tags : tags.tailMap(after, false);
        int shown = Math.min(rest.size(), limit == null ? StreamAttributes.MOST_TAGS : limit);
        ObjectNode answer = Arguments.JSON.createObjectNode();
        ArrayNode list = answer.putArray("Tags");
        rest.entrySet().stream()
                .limit(shown)
                .forEach(tag -> list.addObject().put("Key", tag.getKey()).put("Value", tag.getValue()));
        answer.put("HasMoreTags", shown < rest.size());
        Arguments.JSON.writeValue(reply, answer);
    }
}
