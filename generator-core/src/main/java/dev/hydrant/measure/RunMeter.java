package dev.hydrant.measure;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts and times the records of a run, from the moment each was due: a sender that stalls can't hide it. */
public final class RunMeter implements RunListener {

    private final @Nullable RunListener also;
    private final Latency lateness = new Latency();
    private final Latency response = new Latency();
    private final LongAdder generated = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    public RunMeter() {
        this(null);
    }

    /** @param also told of everything too: the meter of several streams together, say */
    public RunMeter(@Nullable RunListener also) {
        this.also = also;
    }

    @Override
    public void generated(long due, long now) {
        generated.increment();
        lateness.record(now - due);
        if (also != null) {
            also.generated(due, now);
        }
    }

    @Override
    public void dropped(long records) {
        if (also != null) {
            also.dropped(records);
        }
    }

    @Override
    public void sent(long due, long now) {
        if (also != null) {
            also.sent(due, now);
        }
    }

    @Override
    public void called() {
        if (also != null) {
            also.called();
        }
    }

    @Override
    public void acknowledged(long due, long sent, long now, int length) {
        acknowledged.increment();
        bytes.add(length);
        response.record(now - due);
        if (also != null) {
            also.acknowledged(due, sent, now, length);
        }
    }

    @Override
    public void throttled(int records) {
        if (also != null) {
            also.throttled(records);
        }
    }

    @Override
    public void retried(int records) {
        retried.add(records);
        if (also != null) {
            also.retried(records);
        }
    }

    @Override
    public void deadLettered(int records) {
        deadLettered.add(records);
        if (also != null) {
            also.deadLettered(records);
        }
    }

    @Override
    public void aborted(int records) {
        aborted.add(records);
        if (also != null) {
            also.aborted(records);
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
