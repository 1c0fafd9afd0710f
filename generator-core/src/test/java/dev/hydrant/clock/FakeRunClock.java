package dev.hydrant.clock;

import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits for it. */
public final class FakeRunClock implements RunClock {

    private final AtomicLong now = new AtomicLong();

    @Override
    public long elapsed() {
        return now.get();
    }

    @Override
    public void park(long nanos) {
        now.addAndGet(Math.max(0, nanos));
    }
}
