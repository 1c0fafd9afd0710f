package dev.hydrant.cli;

import dev.hydrant.cli.session.Producer;
import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.measure.RunMeter;
import dev.hydrant.run.LoadRun;
import dev.hydrant.run.RunPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Produces what a plan says, when it says. */
final class RunProducer implements Producer {

    private final RunPlan plan;
    private @Nullable LoadRun run;
    private boolean stopped;
    private volatile long end;

    RunProducer(RunPlan plan) {
        this.plan = plan;
    }

    @Override
    public void produce(Delivery delivery, RunMeter meter, RunClock clock) throws InterruptedException {
        LoadRun begun = new LoadRun(plan, clock, delivery, meter);
        synchronized (this) {
            run = begun;
            if (stopped) {
                begun.stop();
            }
        }
        end = begun.run();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.stop();
        }
    }

    @Override
    public long planned() {
        return plan.to() - plan.from();
    }

    @Override
    public Map<String, Long> types() {
        return plan.types(end);
    }

    /** Once all was due: what was asked for on the whole, as the rate that was achieved is of the whole then. */
    @Override
    public double target(long elapsed) {
        LoadProfile load = plan.profile();
        if (load instanceof ConstantRate || planned() == 0) {
            return load.rate(elapsed);
        }
        long ends = plan.length() > 0 ? plan.length() : load.due(plan.to() - 1);
        return elapsed < ends ? load.rate(elapsed) : planned() * 1e9 / Math.max(1, ends);
    }
}
