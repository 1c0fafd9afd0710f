package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.Frame;
import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.spool.SpoolBatch;
import dev.hydrant.firehose.transform.Outcome;
import dev.hydrant.firehose.transform.OutcomeEntry;
import dev.hydrant.firehose.transform.TransformBatch;
import dev.hydrant.firehose.transform.Transformer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * One round of transforming: take what was put, transform it batch by batch, append the outcomes to a second spool, delete what was put.
 *
 * <p>Record n of the stream is entry n of both spools, whatever became of it. So the end of the second spool says how far the first is
 * transformed, and an answer, being one frame, is taken over whole and once.
 */
public final class TransformRound implements Round {

    private final Spool put;
    private final Spool transformed;
    private final Transformer transformer;
    private final TransformBatch batch;
    private final long bytes;
    private final StreamDelivery next;
    private final Step.Observer observer;
    private final Frame frame = new Frame();
    private final DataOutputStream entries = new DataOutputStream(frame);

    /**
     * Between two spools.
     *
     * @param bytes of data in one batch
     * @param next delivers what stands in the second spool
     */
    public TransformRound(
            Spool put,
            Spool transformed,
            Transformer transformer,
            String streamId,
            long bytes,
            StreamDelivery next,
            Step.Observer observer) {
        this.put = put;
        this.transformed = transformed;
        this.transformer = transformer;
        this.batch = new TransformBatch(streamId, bytes);
        this.bytes = bytes;
        this.next = next;
        this.observer = observer;
    }

    @Override
    public void once() throws IOException {
        // An earlier round may have failed just after it had appended.
        put.release(transformed.next());
        SpoolBatch taken = put.take(bytes);
        batch.clear();
        taken.forEach((number, arrivalMillis, data, offset, length) -> {
            if (!batch.takes(length)) {
                transform();
            }
            batch.add(number, arrivalMillis, data, offset, length);
        });
        if (!batch.isEmpty()) {
            transform();
        }
    }

    private void transform() throws IOException {
        if (transformed.next() != batch.first()) {
            throw new IOException("the transformed spool is at record %d where the transform is at %d"
                    .formatted(transformed.next(), batch.first()));
        }
        Outcome[] outcomes = outcomes();
        observer.done(Step.TRANSFORMED);
        frame.clear();
        for (int i = 0; i < outcomes.length; i++) {
            frame.beginRecord();
            OutcomeEntry.write(
                    entries, batch.arrivalMillis(i), outcomes[i], batch.bytes(), batch.offset(i), batch.length(i));
            frame.endRecord();
        }
        append();
        observer.done(Step.OUTCOMES_SPOOLED);
        put.release(batch.first() + outcomes.length);
        observer.done(Step.PUTS_DELETED);
        batch.clear();
    }

    private void append() throws IOException {
        try {
            // Freshness and the buffering interval count from when the oldest record was put.
            transformed.append(frame, batch.arrivalMillis(0));
        } catch (IOException e) {
            // What is delivered leaves the disk.
            next.deliverSoon();
            throw e;
        }
        next.appended();
    }

    private Outcome[] outcomes() throws IOException {
        try {
            return transformer.transform(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while transforming");
        }
    }
}
