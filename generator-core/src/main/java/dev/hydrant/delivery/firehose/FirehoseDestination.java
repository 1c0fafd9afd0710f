package dev.hydrant.delivery.firehose;

import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchRequest;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;

/** Puts batches into a delivery stream, one PutRecordBatch a batch. */
public final class FirehoseDestination implements Destination {

    private final FirehoseClient client;
    private final String stream;
    private final ThreadLocal<PutCall> calls;

    /** @param client made by {@link FirehoseClients}; closed with this destination */
    public FirehoseDestination(FirehoseClient client, String stream) {
        this.client = client;
        this.stream = stream;
        this.calls = ThreadLocal.withInitial(() -> new PutCall(stream));
    }

    @Override
    public List<Rejection> send(RecordBatch batch) throws DeliveryException {
        PutCall call = calls.get().of(batch);
        PutRecordBatchResponse response;
        try {
            response = client.putRecordBatch(request(call));
        } catch (SdkException e) {
            throw CallFailure.of(e);
        }
        if (call.allTaken()) {
            return List.of();
        }
        if (response.requestResponses().size() != batch.size()) {
            throw new DeliveryException(
                    "InvalidResponse",
                    "answered " + response.requestResponses().size() + " results for " + batch.size() + " records",
                    false,
                    null);
        }
        return Objects.requireNonNullElse(response.failedPutCount(), 0) == 0 ? List.of() : rejections(response);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The request says nothing of the records: its body is written by ourselves. */
    private PutRecordBatchRequest request(PutCall call) {
        return PutRecordBatchRequest.builder()
                .deliveryStreamName(stream)
                .records(List.of())
                .overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                        .putExecutionAttribute(CallInterceptor.CALL, call)
                        .build())
                .build();
    }

    private static List<Rejection> rejections(PutRecordBatchResponse response) {
        List<Rejection> rejections = new ArrayList<>();
        for (int position = 0; position < response.requestResponses().size(); position++) {
            PutRecordBatchResponseEntry entry = response.requestResponses().get(position);
            if (entry.errorCode() != null) {
                rejections.add(new Rejection(position, entry.errorCode(), String.valueOf(entry.errorMessage())));
            }
        }
        return rejections;
    }
}
