package dev.hydrant.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One invocation of a transforming function, as Firehose makes it, and the answer as Firehose reads it. */
public final class TransformCall {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayNode records = JSON.createArrayNode();
    private final TestContext context = new TestContext();

    /** Adds a record with this content; its id is its number. */
    public TransformCall add(String content) {
        return add(content.getBytes(StandardCharsets.UTF_8));
    }

    public TransformCall add(byte[] content) {
        return add(id(records.size()), Base64.getEncoder().encodeToString(content));
    }

    /** Adds a record as it stands. */
    public TransformCall add(String recordId, @Nullable String data) {
        ObjectNode record = records.addObject();
        record.put("recordId", recordId);
        record.put("approximateArrivalTimestamp", 1_700_000_000_000L);
        record.put("data", data);
        return this;
    }

    /** As long as Firehose's own. */
    public static String id(int number) {
        return "49578734086442259037497492980620233840400173390482112512" + String.format("%06d", number) + "000000";
    }

    public Answer invoke(RequestStreamHandler handler) {
        ObjectNode event = JSON.createObjectNode();
        event.put("invocationId", "invocation");
        event.put("deliveryStreamArn", "arn:aws:firehose:us-east-1:123456789012:deliverystream/events");
        event.put("region", "us-east-1");
        event.set("records", records);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, context);
            return new Answer(out.size(), JSON.readTree(out.toByteArray()).path("records"), context.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came back.
     *
     * @param bytes of the whole response
     */
    public record Answer(int bytes, JsonNode records, List<String> log) {

        public JsonNode only() {
            return records.path(0);
        }

        public List<String> recordIds() {
            List<String> ids = new ArrayList<>();
            records.forEach(record -> ids.add(record.path("recordId").asText()));
            return ids;
        }

        public List<JsonNode> with(String result) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode record : records) {
                if (record.path("result").asText().equals(result)) {
                    found.add(record);
                }
            }
            return found;
        }

        /** The data of the only record, decoded. */
        public String content() {
            return content(only());
        }

        public static String content(JsonNode record) {
            try {
                return new String(record.path("data").binaryValue(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
