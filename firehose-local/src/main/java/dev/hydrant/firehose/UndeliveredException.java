package dev.hydrant.firehose;

import java.io.IOException;

/** Records stayed in the spool longer than the caller wanted to wait. They are safe there and will be delivered later. */
public final class UndeliveredException extends IOException {

    private final long records;

    UndeliveredException(String stream, long records, String reason) {
        super("stream %s: %,d records are still in the spool: %s".formatted(stream, records, reason));
        this.records = records;
    }

    /** How many are not delivered. */
    public long records() {
        return records;
    }
}
