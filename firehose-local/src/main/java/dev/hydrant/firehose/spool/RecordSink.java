package dev.hydrant.firehose.spool;

import java.io.IOException;

/** Takes records out of the spool. */
@FunctionalInterface
public interface RecordSink {

    /**
     * Takes one record; the array is only lent.
     *
     * @param number the record's number in its stream, from 0
     * @param arrivalMillis when the put request came, milliseconds since the Unix epoch
     */
    void accept(long number, long arrivalMillis, byte[] bytes, int offset, int length) throws IOException;
}
