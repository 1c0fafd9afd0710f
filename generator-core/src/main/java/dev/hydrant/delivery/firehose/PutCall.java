package dev.hydrant.delivery.firehose;

import dev.hydrant.delivery.RecordBatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * One PutRecordBatch call on its way through the SDK: what {@link CallInterceptor} puts in, and what it sees in the answer.
 * Its memory is used call after call by one thread.
 */
final class PutCall {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

    private final PutRecordBatchBody writer;
    private RequestBody body = RequestBody.empty();
    private int records;
    /** Room for the answer to 500 records, whose ids have 224 characters each. */
    private byte[] answer = new byte[128 * 1024];

    private boolean allTaken;

    PutCall(String stream) {
        writer = new PutRecordBatchBody(stream);
    }

    PutCall of(RecordBatch batch) {
        body = writer.of(batch);
        records = batch.size();
        allTaken = false;
        return this;
    }

    RequestBody body() {
        return body;
    }

    /** Whether the answer names a record id for each record and no failure. */
    boolean allTaken() {
        return allTaken;
    }

    /** Returns what is left to read of a successful answer: nothing when every record was taken. */
    InputStream answered(InputStream in) throws IOException {
        int length = 0;
        for (int got = 0; got >= 0; got = in.read(answer, length, answer.length - length)) {
            length += got;
            if (length == answer.length) {
                answer = Arrays.copyOf(answer, 2 * length);
            }
        }
        allTaken = PutAnswer.takesAll(answer, length, records);
        return allTaken ? new ByteArrayInputStream(NOTHING) : new ByteArrayInputStream(answer, 0, length);
    }
}
