package dev.hydrant.clock;

import java.util.concurrent.locks.LockSupport;

/** The machine's monotonic clock, from the moment of construction. */
public final class SystemRunClock implements RunClock {

    private final long started = System.nanoTime();

    @Override
    public long elapsed() {
        return System.nanoTime() - started;
    }

    @Override
    public void park(long nanos) {
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
    }
}
