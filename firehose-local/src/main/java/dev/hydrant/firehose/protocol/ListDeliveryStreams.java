package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** AWS documentation of ListDeliveryStreams: names in order, 10 at a time unless told otherwise. */
final class ListDeliveryStreams implements Operation {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 10_000;

    private final DeliveryStreams streams;

    ListDeliveryStreams(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException {
        Arguments arguments = Arguments.of(request);
        Integer limit = arguments.integer("Limit");
        String type = arguments.text("DeliveryStreamType");
        String after = Objects.requireNonNullElse(arguments.text("ExclusiveStartDeliveryStreamName"), "");
        Violations violations = new Violations();
        violations.range(limit, "limit", 1, MOST);
        violations.oneOf(type, "deliveryStreamType", CreateDeliveryStream.TYPES);
        violations.check();
        List<String> names =
                type == null || type.equals(CreateDeliveryStream.DIRECT_PUT) ? streams.namesAfter(after) : List.of();
        int shown = Math.min(names.size(), limit == null ? DEFAULT_LIMIT : limit);
        ObjectNode answer = Arguments.JSON.createObjectNode();
        names.subList(0, shown).forEach(answer.putArray("DeliveryStreamNames")::add);
        answer.put("HasMoreDeliveryStreams", shown < names.size());
        Arguments.JSON.writeValue(reply, answer);
    }
}
