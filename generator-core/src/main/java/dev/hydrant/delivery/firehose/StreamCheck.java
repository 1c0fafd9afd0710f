package dev.hydrant.delivery.firehose;

import dev.hydrant.delivery.DeliveryException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/**
 * Looks at a stream once before anything is sent, so that a wrong name or missing credentials are told at once, and the
 * first record does not pay for opening the connection.
 */
public final class StreamCheck {

    private StreamCheck() {}

    /**
     * Returns also when the stream can't be looked at for reasons that may pass or that don't hinder sending, such as a
     * missing permission to describe it.
     *
     * @throws DeliveryException when nothing can be sent: no such stream, no credentials
     */
    public static void check(FirehoseClient client, String stream) throws DeliveryException {
        try {
            client.describeDeliveryStream(request -> request.deliveryStreamName(stream));
        } catch (ResourceNotFoundException e) {
            throw CallFailure.of(e);
        } catch (SdkException e) {
            DeliveryException failure = CallFailure.of(e);
            if (failure.code().equals(CallFailure.CLIENT)) {
                throw failure;
            }
        }
    }
}
