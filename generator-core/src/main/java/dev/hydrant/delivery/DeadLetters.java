package dev.hydrant.delivery;

import java.io.Closeable;
import java.io.IOException;

/** Keeps the records that could not be delivered, so that they can be sent again. */
public interface DeadLetters extends Closeable {

    /**
     * Keeps all records of the batch.
     *
     * @param attempts how often each was sent
     * @throws IOException when they could not be kept; then none of them counts as kept
     */
    void add(RecordBatch batch, String code, String message, int attempts) throws IOException;
}
