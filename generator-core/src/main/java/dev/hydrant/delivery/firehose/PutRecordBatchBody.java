package dev.hydrant.delivery.firehose;

import dev.hydrant.delivery.RecordBatch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * The JSON body of a PutRecordBatch call, written straight from a batch's memory:
 *
 * <pre>{"DeliveryStreamName":"…","Records":[{"Data":"&lt;base64&gt;"},…]}</pre>
 *
 * The SDK's own way there, an object and a copy for each record, costs most of the time of a call. Reused call after call
 * by one thread.
 */
final class PutRecordBatchBody {

    private static final byte[] BETWEEN = "\"},{\"Data\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}]}".getBytes(StandardCharsets.US_ASCII);
    private static final String JSON = "application/x-amz-json-1.1";

    private final byte[] head;
    private byte[] body = new byte[0];
    private int length;

    /** @param stream checked by the caller to need no escapes */
    PutRecordBatchBody(String stream) {
        head = ("{\"DeliveryStreamName\":\"" + stream + "\",\"Records\":[{\"Data\":\"")
                .getBytes(StandardCharsets.US_ASCII);
    }

    RequestBody of(RecordBatch batch) {
        reserve(head.length + END.length + batch.size() * BETWEEN.length + encodedLength(batch));
        length = 0;
        append(head);
        for (int position = 0; position < batch.size(); position++) {
            if (position > 0) {
                append(BETWEEN);
            }
            length = Base64.encode(batch.bytes(), batch.offset(position), batch.length(position), body, length);
        }
        append(END);
        byte[] bytes = body;
        int end = length;
        ContentStreamProvider content = () -> new ByteArrayInputStream(bytes, 0, end);
        return RequestBody.fromContentProvider(content, end, JSON);
    }

    private static int encodedLength(RecordBatch batch) {
        int sum = 0;
        for (int position = 0; position < batch.size(); position++) {
            sum += Base64.encodedLength(batch.length(position));
        }
        return sum;
    }

    private void reserve(int capacity) {
        if (body.length < capacity) {
            body = new byte[capacity + capacity / 4];
        }
    }

    private void append(byte[] text) {
        System.arraycopy(text, 0, body, length, text.length);
        length += text.length;
    }
}
