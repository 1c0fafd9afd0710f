package dev.hydrant.run;

import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.load.Pacer;
import dev.hydrant.measure.RunListener;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes each record of a plan when it is due and hands it to delivery: a batch leaves when it is full or when its first
 * record has waited long enough.
 *
 * <p>{@link #run} works on the calling thread; {@link #stop} may come from any other.
 */
public final class LoadRun {

    private static final long PATIENCE_MILLIS = 50;

    private final RunPlan plan;
    private final RunClock clock;
    private final Delivery delivery;
    private final RunListener meter;
    private final Pacer pacer;
    private final Thread runner = Thread.currentThread();
    private volatile boolean stopped;
    private long heldBack;
    private long heldBackMost;

    public LoadRun(RunPlan plan, RunClock clock, Delivery delivery, RunListener meter) {
        this.plan = plan;
        this.clock = clock;
        this.delivery = delivery;
        this.meter = meter;
        this.pacer = new Pacer(plan.profile(), plan.shard().of(), plan.ceiling());
    }

    /**
     * Returns when the plan is done, {@link #stop} was called, or delivery is hopeless; what was made is submitted then, not yet
     * settled.
     *
     * @return the index after the last that was made
     */
    public long run() throws InterruptedException {
        long next = plan.shard().ceiling(plan.from());
        RecordBatch batch = empty();
        while (batch != null && next < plan.to() && goesOn()) {
            long now = clock.elapsed();
            next = skipLate(next, now);
            if (next >= plan.to()) {
                break;
            }
            int ready = pacer.ready(next, room(batch, next), now);
            for (int made = 0;
                    made < ready && batch != null;
                    next += plan.shard().of()) {
                long due = plan.profile().due(next);
                if (!batch.add(plan.source(), next, plan.start() + due, due, now)) {
                    delivery.submit(batch);
                    batch = empty();
                    now = clock.elapsed();
                    if (batch == null) {
                        break;
                    }
                    batch.add(plan.source(), next, plan.start() + due, due, now);
                }
                meter.generated(due, now);
                made++;
            }
            if (batch != null) {
                batch = leaveOrWait(batch, next, ready, now);
            }
        }
        if (batch != null) {
            delivery.submit(batch);
        }
        rest();
        return next;
    }

    /** Makes no further record; those made are still delivered. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(runner);
    }

    /** How long delivery had no room for another batch, nanoseconds; once {@link #run} has returned. */
    public long heldBack() {
        return heldBack;
    }

    /** The longest time on end in which it had none, nanoseconds; once {@link #run} has returned. */
    public long heldBackMost() {
        return heldBackMost;
    }

    /** The first record from {@code next} on that is not too late. */
    private long skipLate(long next, long now) {
        long oldest = now - plan.dropAfter();
        if (oldest <= 0 || next >= plan.to() || plan.profile().due(next) >= oldest) {
            return next;
        }
        long first = plan.shard().ceiling(Math.min(plan.to(), plan.profile().count(oldest)));
        meter.dropped((first - next) / plan.shard().of());
        return first;
    }

    private @Nullable RecordBatch leaveOrWait(RecordBatch batch, long next, int ready, long now)
            throws InterruptedException {
        long leaves = batch.openedAt() + plan.linger().toNanos();
        if (batch.isFull() || (!batch.isEmpty() && now >= leaves)) {
            delivery.submit(batch);
            return empty();
        }
        if (ready == 0) {
            long wake = pacer.wake(next);
            clock.park((batch.isEmpty() ? wake : Math.min(wake, leaves)) - now);
        }
        return batch;
    }

    private int room(RecordBatch batch, long next) {
        long left = (plan.to() - next + plan.shard().of() - 1) / plan.shard().of();
        return (int) Math.min(batch.room(), left);
    }

    /** The next batch to fill, as soon as there is one, or null when the run ends before. */
    private @Nullable RecordBatch empty() throws InterruptedException {
        long asked = clock.elapsed();
        RecordBatch batch = null;
        while (batch == null && goesOn()) {
            batch = delivery.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        long waited = clock.elapsed() - asked;
        heldBack += waited;
        heldBackMost = Math.max(heldBackMost, waited);
        return batch;
    }

    private boolean goesOn() {
        return !stopped && delivery.hopeless() == null;
    }

    private void rest() {
        for (long left = plan.length() - clock.elapsed();
                left > 0 && goesOn();
                left = plan.length() - clock.elapsed()) {
            clock.park(left);
        }
    }
}
