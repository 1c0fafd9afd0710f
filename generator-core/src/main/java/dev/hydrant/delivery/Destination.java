package dev.hydrant.delivery;

import java.util.List;

/** Where batches are sent. Called by several threads at a time, each with a batch of its own. */
public interface Destination extends AutoCloseable {

    /**
     * Sends all records of the batch once.
     *
     * @return the records that were not taken, by ascending position; empty when all were
     * @throws DeliveryException when the call failed as a whole
     */
    List<Rejection> send(RecordBatch batch) throws DeliveryException;

    /** Releases connections; calls under way may fail. */
    @Override
    void close();
}
