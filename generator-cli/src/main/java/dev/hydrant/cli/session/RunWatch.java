package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.progress.Snapshot;
import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.measure.RunMeter;

/** Looks at a session from outside, time and again. */
final class RunWatch {

    private final RunClock clock;
    private final RunMeter meter;
    private final Delivery delivery;
    private final Outlet outlet;
    private final Producer producer;
    private long lastLook;
    private long lastGenerated;

    RunWatch(RunClock clock, RunMeter meter, Delivery delivery, Outlet outlet, Producer producer) {
        this.clock = clock;
        this.meter = meter;
        this.delivery = delivery;
        this.outlet = outlet;
        this.producer = producer;
    }

    /** How it stands, with the rate since the last look. */
    synchronized Snapshot look() {
        long now = clock.elapsed();
        long generated = meter.accounting().generated();
        double rate = (generated - lastGenerated) * 1e9 / Math.max(1, now - lastLook);
        lastLook = now;
        lastGenerated = generated;
        return at(now, rate);
    }

    /** How it stands, with the rate since the start. */
    Snapshot whole() {
        long now = clock.elapsed();
        return at(now, meter.accounting().generated() * 1e9 / Math.max(1, now));
    }

    /** How it ended: time and rate as when the last record was made, all else as it is now. */
    Snapshot atEnd(Snapshot made) {
        Snapshot now = at(clock.elapsed(), made.rate());
        return new Snapshot(
                made.seconds(),
                now.planned(),
                made.target(),
                made.rate(),
                now.accounting(),
                now.lateness(),
                now.response(),
                now.inFlight(),
                now.retries(),
                now.bytes(),
                now.landing());
    }

    private Snapshot at(long now, double rate) {
        return new Snapshot(
                now / 1e9,
                producer.planned(),
                producer.target(now),
                rate,
                meter.accounting(),
                meter.lateness(),
                meter.response(),
                delivery.inFlight(),
                meter.retries(),
                meter.bytes(),
                outlet.landing());
    }
}
