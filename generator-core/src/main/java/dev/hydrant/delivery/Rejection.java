package dev.hydrant.delivery;

import java.util.Set;

/**
 * Why one record of a call that itself succeeded was not taken.
 *
 * @param position the record's place in the batch that was sent
 * @param code such as ServiceUnavailableException or InternalFailure (AWS documentation of PutRecordBatch)
 */
public record Rejection(int position, String code, String message) {

    /** Codes that say "too much at the moment" (AWS documentation of PutRecordBatch, common errors). */
    private static final Set<String> THROTTLES = Set.of(
            "ServiceUnavailableException",
            "LimitExceededException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "TooManyRequestsException");

    /** Whether a code, of a record or of a whole call, means that the stream has no room. */
    static boolean isThrottle(String code) {
        return THROTTLES.contains(code);
    }
}
