package dev.hydrant.delivery;

import dev.hydrant.clock.RunClock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, several at a time, each until every record of it is settled.
 *
 * <p>There are as many batches as may be in flight and one more to fill, and no queue: whoever wants to fill the next one
 * waits for it, so a slow destination holds the generator back and the memory is bounded.
 */
public final class Delivery implements AutoCloseable {

    /** How long calls under way may take to notice that they are given up. */
    private static final long FAREWELL_MILLIS = 1_000;

    private final Destination destination;
    private final BatchDelivery each;
    private final Ledger ledger;
    private final BlockingQueue<RecordBatch> free;
    private final ExecutorService senders;

    /** @param inFlight most requests under way at a time, from 1 */
    public Delivery(
            Destination destination,
            int inFlight,
            RetryPolicy retry,
            DeadLetters deadLetters,
            DeliveryListener listener,
            RunClock clock) {
        if (inFlight < 1) {
            throw new IllegalArgumentException("in flight " + inFlight + ": allowed from 1");
        }
        this.destination = destination;
        this.ledger = new Ledger(listener);
        this.each = new BatchDelivery(destination, retry, deadLetters, ledger, clock);
        this.free = new ArrayBlockingQueue<>(inFlight + 1);
        for (int batch = 0; batch <= inFlight; batch++) {
            free.add(new RecordBatch());
        }
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(inFlight, task -> {
            Thread thread = new Thread(task, "sender-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An empty batch to fill, or null when none came back within {@code patience}. */
    public @Nullable RecordBatch poll(long patience, TimeUnit unit) throws InterruptedException {
        return free.poll(patience, unit);
    }

    /** Takes over a batch from {@link #poll} and sends it in the background; an empty one just goes back. */
    public void submit(RecordBatch batch) {
        if (batch.isEmpty()) {
            free.add(batch);
            return;
        }
        ledger.open(batch);
        senders.execute(() -> {
            each.deliver(batch);
            batch.clear();
            free.add(batch);
        });
    }

    /** Batches that were submitted and are not settled yet. */
    public int inFlight() {
        return ledger.openBatches();
    }

    /** Why it makes no sense to go on, or null: a final answer of the service, or none within the first contact's time. */
    public @Nullable String hopeless() {
        return each.hopeless();
    }

    /** Why the last batch that was given up was, or null when none was. */
    public @Nullable String lastFailure() {
        return each.lastFailure();
    }

    /** Takes nothing more and waits until all is settled; false when that takes longer than {@code patience}. */
    public boolean drain(long patience, TimeUnit unit) throws InterruptedException {
        senders.shutdown();
        return senders.awaitTermination(patience, unit);
    }

    /** Gives up at once: what is under way, or waiting to be sent again, counts as aborted. */
    public void abort() throws InterruptedException {
        each.abort();
        senders.shutdownNow().forEach(Runnable::run);
        destination.close();
        senders.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        ledger.close();
    }

    @Override
    public void close() {
        senders.shutdownNow();
        destination.close();
    }
}
