package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;

/** Delivers batches of one stream to its destination, each record once however often an attempt is repeated. */
public interface Delivery {

    /** What a batch holds beside rows that were committed, which are counted as they are. */
    record Settled(long failedRows, long processingFailed, long dropped, long objectRecords, long objectBytes) {}

    /** Brings every record of the batch to its destination or into the error output. */
    Settled deliver(SpoolBatch batch, DeliveryCounts counts) throws IOException;

    /** Does what can wait until the batch is delivered. */
    void tidy();
}
