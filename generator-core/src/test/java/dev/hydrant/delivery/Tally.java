package dev.hydrant.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a delivery reports. */
final class Tally implements DeliveryListener {

    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong retried = new AtomicLong();
    final AtomicLong deadLettered = new AtomicLong();
    final AtomicLong aborted = new AtomicLong();

    @Override
    public void acknowledged(long due, long sent, long now, int bytes) {
        acknowledged.incrementAndGet();
    }

    @Override
    public void retried(int records) {
        retried.addAndGet(records);
    }

    @Override
    public void deadLettered(int records) {
        deadLettered.addAndGet(records);
    }

    @Override
    public void aborted(int records) {
        aborted.addAndGet(records);
    }

    long settled() {
        return acknowledged.get() + deadLettered.get() + aborted.get();
    }
}
