package dev.hydrant.lambda.transform;

import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.firehose.CallFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/** The calls of {@link PutBack}: each round sends what is left in as few calls as PutRecordBatch allows. */
final class PutBackRounds {

    /** Bounds of one call (AWS documentation of PutRecordBatch); the bytes are counted before base64. */
    private static final int RECORDS = 500;

    private static final int BYTES = 4 * 1024 * 1024;

    private final FirehoseClient client;
    private final String stream;
    private final List<byte[]> records;
    private @Nullable String reason;
    private boolean rejected;

    PutBackRounds(FirehoseClient client, String stream, List<byte[]> records) {
        this.client = client;
        this.stream = stream;
        this.records = records;
    }

    /** Why the last refused record was refused. */
    @Nullable
    String reason() {
        return reason;
    }

    /** Whether the service rejects such calls for good, so that another round cannot help. */
    boolean rejected() {
        return rejected;
    }

    /** Sends the records at {@code positions}; returns the positions that were refused. */
    List<Integer> send(List<Integer> positions) {
        List<Integer> refused = new ArrayList<>();
        int from = 0;
        while (from < positions.size()) {
            int to = end(positions, from);
            List<Integer> group = positions.subList(from, to);
            refused.addAll(rejected ? group : call(group));
            from = to;
        }
        return refused;
    }

    private int end(List<Integer> positions, int from) {
        int to = from;
        long bytes = 0;
        while (to < positions.size() && to - from < RECORDS) {
            bytes += records.get(positions.get(to)).length;
            if (bytes > BYTES && to > from) {
                break;
            }
            to++;
        }
        return to;
    }

    private List<Integer> call(List<Integer> group) {
        List<Record> batch =
                group.stream().map(records::get).map(PutBackRounds::sdkRecord).toList();
        try {
            return refused(
                    group,
                    client.putRecordBatch(r -> r.deliveryStreamName(stream).records(batch)));
        } catch (SdkException e) {
            DeliveryException failure = CallFailure.of(e);
            reason = failure.getMessage();
            rejected = !failure.retryable();
            return group;
        }
    }

    private static Record sdkRecord(byte[] data) {
        return Record.builder().data(SdkBytes.fromByteArrayUnsafe(data)).build();
    }

    private List<Integer> refused(List<Integer> group, PutRecordBatchResponse response) {
        Integer failed = response.failedPutCount();
        if (failed != null && failed == 0) {
            return List.of();
        }
        List<PutRecordBatchResponseEntry> entries = response.requestResponses();
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            // An answer with too few entries does not say which records failed: better twice than lost.
            PutRecordBatchResponseEntry entry = i < entries.size() ? entries.get(i) : null;
            if (entry == null || entry.errorCode() != null) {
                refused.add(group.get(i));
                reason = entry == null ? "no answer for a record" : entry.errorCode() + ": " + entry.errorMessage();
            }
        }
        return refused;
    }
}
