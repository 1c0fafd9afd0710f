package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.hydrant.firehose.spool.Frame;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a put straight into a frame of the spool, checking it on the way.
 *
 * <p>Limits: AWS documentation of PutRecordBatch. Which error each gives, and its words, was observed on the live service by third
 * parties: too many records or a record too large are a ValidationException, too much in total is an InvalidArgumentException.
 */
final class PutParser {

    static final int MOST_RECORDS = 500;
    static final int MOST_RECORD_BYTES = 1_024_000;
    static final int MOST_TOTAL_BYTES = 4 << 20;
    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Frame frame;
    private final boolean batch;
    private final Violations violations = new Violations();
    private @Nullable String streamName;
    private boolean given;
    private int entries;

    private PutParser(Frame frame, boolean batch) {
        this.frame = frame;
        this.batch = batch;
    }

    /**
     * Reads the body of PutRecordBatch or, when {@code batch} is false, of PutRecord.
     *
     * @return the name of the stream
     */
    static String parse(Request request, boolean batch) throws ServiceException {
        PutParser parser = new PutParser(request.frame(), batch);
        try (JsonParser json = JSON.createParser(request.body(), 0, request.length())) {
            parser.body(json);
        } catch (JsonProcessingException e) {
            throw ServiceException.serialization(e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            // Jackson reports some base64 errors as the latter.
            throw ServiceException.serialization(String.valueOf(e.getMessage()));
        }
        return parser.checked();
    }

    private void body(JsonParser json) throws IOException, ServiceException {
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        for (String name; (name = json.nextFieldName()) != null; ) {
            JsonToken token = json.nextToken();
            if (name.equals("DeliveryStreamName") && token != JsonToken.VALUE_NULL) {
                expect(json, token, JsonToken.VALUE_STRING);
                streamName = json.getText();
            } else if (batch && name.equals("Records") && token != JsonToken.VALUE_NULL) {
                given = true;
                expect(json, token, JsonToken.START_ARRAY);
                while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
                    entry(json, token);
                }
            } else if (!batch && name.equals("Record") && token != JsonToken.VALUE_NULL) {
                given = true;
                entry(json, token);
            } else {
                json.skipChildren();
            }
        }
        expect(json, json.currentToken(), JsonToken.END_OBJECT);
        expect(json, json.nextToken(), null);
    }

    private void entry(JsonParser json, @Nullable JsonToken start) throws IOException, ServiceException {
        expect(json, start, JsonToken.START_OBJECT);
        entries++;
        int length = -1;
        for (String name; (name = json.nextFieldName()) != null; ) {
            JsonToken token = json.nextToken();
            if (length >= 0 || !name.equals("Data") || token == JsonToken.VALUE_NULL) {
                json.skipChildren();
                continue;
            }
            expect(json, token, JsonToken.VALUE_STRING);
            frame.beginRecord();
            json.readBinaryValue(frame);
            length = frame.endRecord();
        }
        if (length < 0) {
            violations.notNull(null, member());
        }
        if (length > MOST_RECORD_BYTES) {
            violations.add(
                    "java.nio.HeapByteBuffer[pos=0 lim=%d cap=%d]".formatted(length, length),
                    member(),
                    "Member must have length less than or equal to " + MOST_RECORD_BYTES);
        }
    }

    private String member() {
        return batch ? "records.%d.member.data".formatted(entries) : "record.data";
    }

    private String checked() throws ServiceException {
        String name = streamName;
        violations.notNull(name, "deliveryStreamName");
        violations.length(name, "deliveryStreamName", 1, 64);
        violations.pattern(name, "deliveryStreamName", NAME);
        if (!given) {
            violations.notNull(null, batch ? "records" : "record");
        } else if (entries == 0) {
            violations.add("[]", "records", "Member must have length greater than or equal to 1");
        } else if (batch && entries > MOST_RECORDS) {
            violations.add(
                    "[%d records]".formatted(entries),
                    "records",
                    "Member must have length less than or equal to " + MOST_RECORDS);
        }
        violations.check();
        if (frame.dataBytes() > MOST_TOTAL_BYTES) {
            throw ServiceException.invalidArgument("Records size exceeds 4 MB limit");
        }
        return String.valueOf(name);
    }

    private static void expect(JsonParser json, @Nullable JsonToken token, @Nullable JsonToken expected)
            throws ServiceException {
        if (token != expected) {
            throw ServiceException.serialization("%s found at byte %d where %s was expected"
                    .formatted(
                            token == null ? "The end" : token,
                            json.currentLocation().getByteOffset(),
                            expected == null ? "the end" : expected));
        }
    }
}
