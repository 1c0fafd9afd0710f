package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.transform.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;

/**
 * The records of one round that go to the error output: an object of rows that fit no table, and one of records that could not be
 * transformed.
 */
final class RoundErrors implements Closeable {

    /** Rows are tried once. */
    private static final int ATTEMPTS = 1;

    private final InstantSource clock;
    private final ErrorOutput iceberg;
    private final ErrorOutput processing;
    private boolean named;

    RoundErrors(ErrorOutput.Target target, InstantSource clock) {
        this.clock = clock;
        iceberg = new ErrorOutput(target, ErrorOutput.ICEBERG_FAILED, null);
        processing = new ErrorOutput(target, ErrorOutput.PROCESSING_FAILED, target.lambdaArn());
    }

    /** Tells of each record of the round; the objects are named after the first. */
    void passed(long number, long arrivalMillis) {
        if (!named) {
            iceberg.name(number, arrivalMillis);
            processing.name(number, arrivalMillis);
            named = true;
        }
    }

    void iceberg(long arrivalMillis, String code, String message, byte[] bytes, int offset, int length)
            throws IOException {
        iceberg.add(arrivalMillis, code, message, ATTEMPTS, clock.millis(), bytes, offset, length);
    }

    void processing(long arrivalMillis, Outcome.Failed why, byte[] bytes, int offset, int length) throws IOException {
        processing.add(
                arrivalMillis, why.code(), why.message(), why.attempts(), why.endMillis(), bytes, offset, length);
    }

    long icebergRecords() {
        return iceberg.records();
    }

    long processingRecords() {
        return processing.records();
    }

    /** Makes the objects visible. */
    void publish() throws IOException {
        iceberg.publish();
        processing.publish();
    }

    /** Takes back what was not published. */
    @Override
    public void close() throws IOException {
        try (iceberg) {
            processing.close();
        }
    }
}
