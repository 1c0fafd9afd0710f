package dev.hydrant.firehose.transform;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Transforms batches of one stream, as Firehose does: a failed invocation is repeated with a new invocationId and the same recordIds;
 * when the last one fails too, so do all records of the batch.
 *
 * <p>Used by one thread, closed by another.
 */
public final class Transformer {

    /** AWS does not tell its pauses; these double from the first to the last. */
    private static final long LEAST_PAUSE_MILLIS = 100;

    private static final long MOST_PAUSE_MILLIS = 5_000;

    /** How long an invocation under way may take once the stream closes. */
    private static final long GRACE_MILLIS = 2_000;

    private final Functions functions;
    private final TransformDefinition definition;
    private final TransformEvent event;
    private final TransformCounts counts;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> givenUp = new CompletableFuture<>();

    public Transformer(
            Functions functions,
            TransformDefinition definition,
            String streamArn,
            String region,
            TransformCounts counts,
            InstantSource clock) {
        this.functions = functions;
        this.definition = definition;
        this.event = new TransformEvent(streamArn, region);
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * One outcome for each record of the batch, in order.
     *
     * @throws IOException when there is no such function, or the stream is closing; the records are to be transformed later
     */
    public Outcome[] transform(TransformBatch batch) throws IOException, InterruptedException {
        LocalFunction function = functions.get(definition.functionName());
        if (function == null) {
            throw new IOException("function '%s' is not registered: registered are %s"
                    .formatted(definition.functionName(), functions.names()));
        }
        long pause = LEAST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                Outcome[] outcomes = attempt(function, batch, attempt);
                counts.invoked(null);
                count(outcomes);
                return outcomes;
            } catch (InvocationException e) {
                counts.failedInvocations.increment();
                counts.invoked("function '%s': %s".formatted(definition.functionName(), e.getMessage()));
                if (attempt > definition.retries()) {
                    return failed(batch.size(), attempt, String.valueOf(e.getMessage()));
                }
            }
            if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                throw new StoppingException();
            }
            pause = Math.min(2 * pause, MOST_PAUSE_MILLIS);
        }
    }

    private Outcome[] attempt(LocalFunction function, TransformBatch batch, int attempt)
            throws IOException, InvocationException, InterruptedException {
        if (closing.getCount() == 0) {
            throw new StoppingException();
        }
        String invocationId = UUID.randomUUID().toString();
        byte[] request = event.write(invocationId, batch);
        counts.invocations.increment();
        long start = System.nanoTime();
        try {
            byte[] answer = function.invoke(request, invocationId, definition.functionArn(), givenUp);
            return TransformAnswer.outcomes(answer, batch, attempt, clock.millis());
        } finally {
            counts.invocationNanos.add(System.nanoTime() - start);
        }
    }

    private void count(Outcome[] outcomes) {
        for (Outcome outcome : outcomes) {
            if (!(outcome instanceof Outcome.Failed)) {
                counts.succeededRecords.increment();
            }
            if (outcome instanceof Outcome.Ok ok) {
                counts.succeededBytes.add(ok.data().length);
            }
            if (outcome instanceof Outcome.Dropped) {
                counts.droppedRecords.increment();
            }
        }
    }

    private Outcome[] failed(int records, int attempts, String message) {
        Outcome[] outcomes = new Outcome[records];
        Arrays.fill(outcomes, new Outcome.Failed(Outcome.Failed.FUNCTION, message, attempts, clock.millis()));
        return outcomes;
    }

    /** Starts no further invocation, and gives up the one under way if it takes long. */
    public void close() {
        closing.countDown();
        givenUp.completeOnTimeout(null, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
