package dev.hydrant.delivery.firehose;

import dev.hydrant.delivery.DeliveryException;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells what may be tried again from what is final, and says it in one line. */
public final class CallFailure {

    /** Besides 5xx and 429: answers that mean "later" (AWS documentation of PutRecordBatch, common errors). */
    private static final Set<String> LATER = Set.of(
            "ServiceUnavailableException",
            "ServiceUnavailable",
            "InternalFailure",
            "LimitExceededException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestTimeout",
            "RequestTimeoutException",
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "TooManyRequestsException");

    /** The code of a call that never left: no credentials, say. */
    static final String CLIENT = "Client";

    private CallFailure() {}

    /** What {@code e}, thrown by a call, means for whoever called. */
    public static DeliveryException of(SdkException e) {
        if (e instanceof AwsServiceException service) {
            return answered(service);
        }
        if (e instanceof ApiCallTimeoutException) {
            return new DeliveryException("Timeout", oneLine(e), true, e);
        }
        Throwable cause = e;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? new DeliveryException(CLIENT, oneLine(e), false, e)
                : new DeliveryException("Connection", oneLine(cause), true, e);
    }

    private static DeliveryException answered(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        String message =
                e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        String name = Objects.requireNonNullElse(code, "HTTP " + e.statusCode());
        boolean later = e.statusCode() >= 500 || e.statusCode() == 429 || LATER.contains(name);
        return new DeliveryException(name, name + ": " + Objects.requireNonNullElse(message, oneLine(e)), later, e);
    }

    private static String oneLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
