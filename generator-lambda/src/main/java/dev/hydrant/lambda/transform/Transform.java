package dev.hydrant.lambda.transform;

import dev.hydrant.lambda.json.Malformed;

/** What a transforming function does with one record; it knows nothing of the batch. */
@FunctionalInterface
public interface Transform {

    /**
     * Turns one record into what Firehose shall deliver.
     *
     * @param data the record as it was put into the stream
     * @throws Malformed when the record is not what this function takes; the batch goes on without it
     */
    Transformed apply(byte[] data) throws Malformed;
}
