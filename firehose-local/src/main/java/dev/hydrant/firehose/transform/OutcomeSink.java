package dev.hydrant.firehose.transform;

import java.io.IOException;

/** Takes records with what became of them; arrays are only lent. Arrival is in milliseconds since the Unix epoch. */
public interface OutcomeSink {

    /** A record to deliver. */
    void ok(long number, long arrivalMillis, Route route, byte[] bytes, int offset, int length) throws IOException;

    /** A record that the function dropped. */
    void dropped(long number, long arrivalMillis) throws IOException;

    /** A record that could not be transformed, with its original data. */
    void failed(long number, long arrivalMillis, Outcome.Failed why, byte[] bytes, int offset, int length)
            throws IOException;
}
