package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hydrant.lambda.json.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Firehose invokes a transforming function with (AWS documentation of Firehose's data transformation).
 *
 * @param invocationId new for each attempt; the recordIds stay
 * @param deliveryStreamArn the stream that the records came from
 * @param records in the stream's order
 */
public record TransformEvent(
        @Nullable String invocationId, @Nullable String deliveryStreamArn, List<TransformRecord> records) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern STREAM = Pattern.compile("arn:.*:deliverystream/([a-zA-Z0-9_.-]{1,64})");

    /**
     * Reads an event; unknown fields are skipped.
     *
     * @throws IllegalArgumentException when this is not an event of Firehose, naming what is missing
     */
    public static TransformEvent read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("event: not a JSON object");
            }
            String invocationId = null;
            String arn = null;
            List<TransformRecord> records = null;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "invocationId" -> invocationId = parser.getValueAsString();
                    case "deliveryStreamArn" -> arn = parser.getValueAsString();
                    case "records" -> records = records(parser);
                    default -> parser.skipChildren();
                }
            }
            if (records == null) {
                throw new IllegalArgumentException("event: records missing; Firehose sends them");
            }
            return new TransformEvent(invocationId, arn, records);
        }
    }

    private static List<TransformRecord> records(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            throw new IllegalArgumentException("event: records is not an array");
        }
        List<TransformRecord> records = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String recordId = null;
            String data = null;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "recordId" -> recordId = parser.getValueAsString();
                    case "data" -> data = parser.getValueAsString();
                    default -> parser.skipChildren();
                }
            }
            if (recordId == null) {
                throw new IllegalArgumentException("event: records[" + records.size() + "].recordId missing");
            }
            records.add(new TransformRecord(recordId, data));
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("event: records[" + records.size() + "] is not a JSON object");
        }
        return records;
    }

    /**
     * The name of the delivery stream, from its ARN.
     *
     * @throws Malformed when the ARN is not one of a delivery stream
     */
    public String deliveryStream() throws Malformed {
        Matcher arn = STREAM.matcher(String.valueOf(deliveryStreamArn));
        if (!arn.matches()) {
            throw new Malformed("deliveryStreamArn " + deliveryStreamArn
                    + ": expected arn:aws:firehose:REGION:ACCOUNT:deliverystream/NAME");
        }
        return arn.group(1);
    }
}
