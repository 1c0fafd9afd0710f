package dev.hydrant.firehose;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One invocation as a function sees it, and what it can answer. */
public record TransformCall(JsonNode event, Context context, List<Item> items, int bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A record of the event. */
    public record Item(String id, long arrivalMillis, String text) {

        public ObjectNode ok(String data) {
            return result("Ok").put("data", data.getBytes(StandardCharsets.UTF_8));
        }

        public ObjectNode ok(String data, String database, String table, String operation) {
            ObjectNode answer = ok(data);
            answer.putObject("metadata")
                    .putObject("otfMetadata")
                    .put("destinationDatabaseName", database)
                    .put("destinationTableName", table)
                    .put("operation", operation);
            return answer;
        }

        public ObjectNode result(String result) {
            return JSON.createObjectNode().put("recordId", id).put("result", result);
        }
    }

    static TransformCall read(InputStream in, Context context) throws IOException {
        byte[] bytes = in.readAllBytes();
        JsonNode event = JSON.readTree(bytes);
        List<Item> items = new ArrayList<>();
        for (JsonNode record : event.required("records")) {
            items.add(new Item(
                    record.required("recordId").asText(),
                    record.required("approximateArrivalTimestamp").asLong(),
                    new String(record.required("data").binaryValue(), StandardCharsets.UTF_8)));
        }
        return new TransformCall(event, context, items, bytes.length);
    }

    public String invocationId() {
        return event.required("invocationId").asText();
    }

    public List<String> ids() {
        return items.stream().map(Item::id).toList();
    }

    /** An answer with one entry a record. */
    public String each(Function<Item, ObjectNode> entry) {
        return answer(items.stream().map(entry).toList());
    }

    /** Every record as it is. */
    public String unchanged() {
        return each(item -> item.ok(item.text()));
    }

    public static String answer(Collection<ObjectNode> records) {
        try {
            ObjectNode answer = JSON.createObjectNode();
            answer.putArray("records").addAll(records);
            return JSON.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
