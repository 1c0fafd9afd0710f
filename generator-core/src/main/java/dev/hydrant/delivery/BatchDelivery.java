package dev.hydrant.delivery;

import dev.hydrant.clock.RunClock;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends one batch until each record of it is settled: resends what failed, then turns to the dead letters. */
final class BatchDelivery {

    private final Destination destination;
    private final RetryPolicy retry;
    private final DeadLetters deadLetters;
    private final Ledger ledger;
    private final RunClock clock;
    private volatile @Nullable String hopeless;
    private volatile @Nullable String lastFailure;
    private volatile boolean down;
    private volatile boolean aborted;

    BatchDelivery(Destination destination, RetryPolicy retry, DeadLetters deadLetters, Ledger ledger, RunClock clock) {
        this.destination = destination;
        this.retry = retry;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why going on makes no sense, or null. */
    @Nullable
    String hopeless() {
        return hopeless;
    }

    /** Why the last batch was given up, or null when none was. */
    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    void abort() {
        aborted = true;
    }

    void deliver(RecordBatch batch) {
        long started = clock.elapsed();
        ledger.sent(batch, started);
        for (int attempts = 1; ; attempts++) {
            if (aborted) {
                ledger.aborted(batch);
                return;
            }
            Failure failure = attempt(batch);
            if (failure == null) {
                return;
            }
            long left = started + patience() - clock.elapsed();
            if (!failure.retryable || left <= 0) {
                giveUp(batch, failure, attempts);
                return;
            }
            ledger.retried(batch);
            rest(Math.min(left, retry.pause(attempts, ThreadLocalRandom.current())));
        }
    }

    /** One call; null when every record is settled by it. */
    private @Nullable Failure attempt(RecordBatch batch) {
        ledger.called();
        try {
            List<Rejection> rejections = destination.send(batch);
            ledger.acknowledged(batch, rejections, clock.elapsed());
            down = false;
            if (rejections.isEmpty()) {
                return null;
            }
            ledger.throttled(batch, (int) rejections.stream()
                    .filter(rejection -> Rejection.isThrottle(rejection.code()))
                    .count());
            Rejection first = rejections.get(0);
            return new Failure(first.code(), first.message(), true, false);
        } catch (DeliveryException e) {
            ledger.throttled(batch, Rejection.isThrottle(e.code()) ? batch.size() : 0);
            return new Failure(e.code(), String.valueOf(e.getMessage()), e.retryable(), true);
        }
    }

    /**
     * How long a batch is tried, in nanoseconds. While the destination is known to be down each has one attempt, or an outage
     * would hold every batch for the whole deadline.
     */
    private long patience() {
        if (down) {
            return 0;
        }
        long deadline = retry.deadline().toNanos();
        return ledger.anyAcknowledged()
                ? deadline
                : Math.min(deadline, retry.firstContact().toNanos());
    }

    private void giveUp(RecordBatch batch, Failure failure, int attempts) {
        if (aborted) {
            ledger.aborted(batch);
            return;
        }
        lastFailure = failure.message;
        if (failure.wholeCall) {
            down = true;
            if (!failure.retryable || !ledger.anyAcknowledged()) {
                hopeless = failure.message;
            }
        }
        try {
            deadLetters.add(batch, failure.code, failure.message, attempts);
            ledger.deadLettered(batch);
        } catch (IOException e) {
            hopeless = failure.message + "; and the dead letters cannot be written: " + e.getMessage();
            ledger.aborted(batch);
        }
    }

    private void rest(long pause) {
        long until = clock.elapsed() + pause;
        for (long left = pause; left > 0 && !aborted; left = until - clock.elapsed()) {
            clock.park(left);
        }
    }

    private record Failure(String code, String message, boolean retryable, boolean wholeCall) {}
}
