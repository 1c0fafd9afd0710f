package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.spool.Backlog;
import dev.hydrant.firehose.spool.Spool;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does rounds on one spool: when enough is buffered, when the oldest record has waited long enough, or when asked.
 *
 * <p>A round that fails is repeated, later and later up to {@value #MOST_PAUSE_MILLIS} ms, for as long as the process lives.
 */
public final class StreamDelivery implements Closeable {

    private static final long LEAST_PAUSE_MILLIS = 100;
    static final long MOST_PAUSE_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 60_000;

    private final Spool spool;
    private final Round round;
    private final long bytes;
    private final long millis;
    private final Consumer<@Nullable String> ended;
    private final InstantSource clock;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wanted;
    private boolean closing;

    /**
     * Starts the thread.
     *
     * @param bytes in the spool that make a round due
     * @param millis that the oldest record may wait
     * @param ended told how each round ended: with what reason, or null when well
     */
    public StreamDelivery(
            String name,
            Spool spool,
            Round round,
            long bytes,
            long millis,
            Consumer<@Nullable String> ended,
            InstantSource clock) {
        this.spool = spool;
        this.round = round;
        this.bytes = bytes;
        this.millis = millis;
        this.ended = ended;
        this.clock = clock;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that records were appended. */
    public void appended() {
        Backlog backlog = spool.backlog();
        if (backlog.bytes() >= bytes || millis == 0) {
            signal();
        }
    }

    /** Delivers all that is spooled now, whatever the buffering hints say. */
    public void deliverSoon() {
        lock.lock();
        try {
            wanted = Math.max(wanted, spool.next());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The same, and waits for it; false when that took longer than {@code timeout}. */
    public boolean deliverAll(Duration timeout) throws InterruptedException {
        long target = spool.next();
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            wanted = Math.max(wanted, target);
            changed.signalAll();
            while (spool.position() < target) {
                if (left <= 0 || closing) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the round under way and starts no other. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = LEAST_PAUSE_MILLIS;
        while (awaitDue()) {
            try {
                round.once();
                ended.accept(null);
                pause = LEAST_PAUSE_MILLIS;
                signal();
            } catch (Exception | OutOfMemoryError e) {
                ended.accept(Reasons.of(e));
                signal();
                rest(pause);
                pause = Math.min(2 * pause, MOST_PAUSE_MILLIS);
            }
        }
    }

    /** Waits until there is something to deliver now; false when this delivery is closing. */
    private boolean awaitDue() {
        lock.lock();
        try {
            while (!closing) {
                long wait = millisUntilDue();
                if (wait <= 0) {
                    return true;
                }
                changed.await(wait, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if someone does, it is to end it.
            return false;
        } finally {
            lock.unlock();
        }
        return false;
    }

    private long millisUntilDue() {
        Backlog backlog = spool.backlog();
        if (backlog.records() == 0) {
            // With an interval of 0 every put wakes this thread, see appended.
            return millis == 0 ? IDLE_MILLIS : millis;
        }
        if (spool.position() < wanted) {
            return 0;
        }
        long wait = millis - Math.max(0, clock.millis() - backlog.oldestMillis());
        if (wait <= 0 || backlog.bytes() >= bytes) {
            // All that is spooled now, also when it takes several rounds.
            wanted = spool.next();
            return 0;
        }
        return wait;
    }

    private void rest(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
