package dev.hydrant.cli.bench;

import dev.hydrant.measure.RunListener;
import java.util.concurrent.atomic.LongAdder;

/** Notices that a stream has spent the room it had saved up: it refuses more than now and then one. */
final class Refusals implements RunListener {

    /** One record in so many may be refused by chance. */
    private static final int OF = 20;

    private final Runnable spent;
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** @param spent called when it has, once or more, by the threads that deliver */
    Refusals(Runnable spent) {
        this.spent = spent;
    }

    boolean haveCome() {
        return refused.sum() * OF > refused.sum() + taken.sum();
    }

    @Override
    public void throttled(int records) {
        refused.add(records);
        if (haveCome()) {
            spent.run();
        }
    }

    @Override
    public void acknowledged(long due, long sent, long now, int bytes) {
        taken.increment();
    }

    @Override
    public void generated(long due, long now) {}

    @Override
    public void retried(int records) {}

    @Override
    public void deadLettered(int records) {}

    @Override
    public void aborted(int records) {}
}
