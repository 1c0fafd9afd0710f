package dev.hydrant.cli.session;

import dev.hydrant.cli.progress.Snapshot;
import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.DeadLetterFile;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.measure.RunMeter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A lane under way. */
final class LaneRun implements AutoCloseable {

    private final Lane lane;
    private final RunClock clock;
    private final RunMeter meter;
    private final DeadLetterFile letters;
    private final Delivery delivery;
    private volatile long made;

    LaneRun(Lane lane, RunClock clock, RunMeter meter, DeadLetterFile letters, Delivery delivery) {
        this.lane = lane;
        this.clock = clock;
        this.meter = meter;
        this.letters = letters;
        this.delivery = delivery;
    }

    /** Makes all records and waits until each is settled. */
    void produce() throws IOException, InterruptedException {
        try {
            lane.producer().produce(delivery, meter, clock);
        } finally {
            made = clock.elapsed();
            delivery.drain(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }

    void abort() throws InterruptedException {
        delivery.abort();
    }

    /** How it ended, once all is settled. */
    Outcome.Stream outcome() {
        return new Outcome.Stream(
                lane.name(),
                snapshot(),
                Arrival.of(lane.producer().types(), lane.outlet()),
                delivery.hopeless(),
                delivery.lastFailure(),
                letters.path());
    }

    /** How it stands; once all is made, seconds and rate are of the making. */
    Snapshot snapshot() {
        long seconds = made == 0 ? clock.elapsed() : made;
        return new Snapshot(
                seconds / 1e9,
                lane.producer().planned(),
                lane.producer().target(seconds),
                meter.accounting().generated() * 1e9 / Math.max(1, seconds),
                meter.accounting(),
                meter.lateness(),
                meter.response(),
                delivery.inFlight(),
                meter.retries(),
                meter.bytes(),
                lane.outlet().landing());
    }

    @Override
    public void close() throws IOException {
        delivery.close();
        letters.close();
    }
}
