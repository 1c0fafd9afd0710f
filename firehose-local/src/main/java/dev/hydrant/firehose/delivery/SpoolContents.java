package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.SpoolBatch;
import dev.hydrant.firehose.transform.OutcomeEntry;
import dev.hydrant.firehose.transform.OutcomeSink;
import dev.hydrant.firehose.transform.Route;
import java.io.IOException;

/** What a spool that is delivered holds. */
public enum SpoolContents {
    /** Records as they were put. */
    PUT {
        @Override
        void forEach(SpoolBatch batch, OutcomeSink sink) throws IOException {
            batch.forEach((number, arrivalMillis, bytes, offset, length) ->
                    sink.ok(number, arrivalMillis, Route.NONE, bytes, offset, length));
        }
    },
    /** Outcomes of the stream's transform. */
    TRANSFORMED {
        @Override
        void forEach(SpoolBatch batch, OutcomeSink sink) throws IOException {
            batch.forEach((number, arrivalMillis, bytes, offset, length) ->
                    OutcomeEntry.read(number, bytes, offset, length, sink));
        }
    };

    abstract void forEach(SpoolBatch batch, OutcomeSink sink) throws IOException;
}
