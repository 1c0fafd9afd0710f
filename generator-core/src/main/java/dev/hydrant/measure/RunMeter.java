package dev.hydrant.measure;

import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.DeliveryListener;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts and times the records of a run, from the moment each was due: a sender that stalls can't hide it. */
public final class RunMeter implements DeliveryListener {

    private final RunClock clock;
    private final @Nullable RunMeter total;
    private final Latency lateness = new Latency();
    private final Latency response = new Latency();
    private final LongAdder generated = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    public RunMeter(RunClock clock) {
        this(clock, null);
    }

    /** Measures one stream of several: all that it counts, {@code total} counts as well. */
    public RunMeter(RunClock clock, @Nullable RunMeter total) {
        this.clock = clock;
        this.total = total;
    }

    /** A record was made at {@code now} that had been due at {@code due}. */
    public void generated(long due, long now) {
        generated.increment();
        lateness.record(now - due);
        if (total != null) {
            total.generated(due, now);
        }
    }

    @Override
    public void acknowledged(long due, int length) {
        acknowledged.increment();
        bytes.add(length);
        response.record(clock.elapsed() - due);
        if (total != null) {
            total.acknowledged(due, length);
        }
    }

    @Override
    public void retried(int records) {
        retried.add(records);
        if (total != null) {
            total.retried(records);
        }
    }

    @Override
    public void deadLettered(int records) {
        deadLettered.add(records);
        if (total != null) {
            total.deadLettered(records);
        }
    }

    @Override
    public void aborted(int records) {
        aborted.add(records);
        if (total != null) {
            total.aborted(records);
        }
    }

    /** Where the records stand now; closed only once nothing is under way. */
    public Accounting accounting() {
        return new Accounting(generated.sum(), acknowledged.sum(), deadLettered.sum(), aborted.sum());
    }

    /** How often a record was sent again. */
    public long retries() {
        return retried.sum();
    }

    /** Bytes of the acknowledged records. */
    public long bytes() {
        return bytes.sum();
    }

    /** From due to made: how well the generator kept to the profile. */
    public Quantiles lateness() {
        return lateness.quantiles();
    }

    /** From due to acknowledged. */
    public Quantiles response() {
        return response.quantiles();
    }
}
