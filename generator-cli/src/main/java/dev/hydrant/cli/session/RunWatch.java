package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.progress.Snapshot;
import dev.hydrant.clock.RunClock;
import dev.hydrant.measure.RunMeter;
import java.util.List;

/** Looks at all lanes of a session together, time and again. */
final class RunWatch {

    private final RunClock clock;
    private final RunMeter total;
    private final List<LaneRun> lanes;
    private long lastLook;
    private long lastGenerated;

    RunWatch(RunClock clock, RunMeter total, List<LaneRun> lanes) {
        this.clock = clock;
        this.total = total;
        this.lanes = lanes;
    }

    /** How it stands, with the rate since the last look. */
    synchronized Snapshot look() {
        long now = clock.elapsed();
        long generated = total.accounting().generated();
        double rate = (generated - lastGenerated) * 1e9 / Math.max(1, now - lastLook);
        lastLook = now;
        lastGenerated = generated;
        return at(now / 1e9, rate);
    }

    /** How it ended: time and rate are those of the making, all else as it is now. */
    Snapshot end() {
        double seconds = lanes.stream()
                .mapToDouble(lane -> lane.snapshot().seconds())
                .max()
                .orElse(0);
        return at(seconds, total.accounting().generated() / Math.max(1e-9, seconds));
    }

    private Snapshot at(double seconds, double rate) {
        List<Snapshot> parts = lanes.stream().map(LaneRun::snapshot).toList();
        return new Snapshot(
                seconds,
                parts.stream().mapToLong(Snapshot::planned).sum(),
                parts.stream().mapToDouble(Snapshot::target).sum(),
                rate,
                total.accounting(),
                total.lateness(),
                total.response(),
                parts.stream().mapToInt(Snapshot::inFlight).sum(),
                total.retries(),
                total.bytes(),
                Landing.sum(parts.stream().map(Snapshot::landing).toList()));
    }
}
