package dev.hydrant.measure;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Times every record of a run, stage by stage, always from when it was due, and counts what happens to it. What it holds does
 * not grow with the length of the run.
 */
public final class StageMeter implements RunListener {

    private final Map<Stage, StageTimes> stages;
    private final StageTimes dueToMade = new StageTimes();
    private final StageTimes dueToSent = new StageTimes();
    private final StageTimes sentToAcknowledged = new StageTimes();
    private final StageTimes dueToAcknowledged = new StageTimes();
    private final StageTimes acknowledgedToVisible = new StageTimes();
    private final StageTimes dueToVisible = new StageTimes();
    private final Visibility visibility = new Visibility();
    private final boolean seesRows;
    private final long tolerance;
    private final LongAdder generated = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder throttles = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * @param tolerance a record made more than this after it was due counts as late
     * @param seesRows whether {@link #visible} will be called; else nothing is kept for it
     */
    public StageMeter(Duration tolerance, boolean seesRows) {
        this.tolerance = tolerance.toNanos();
        this.seesRows = seesRows;
        Map<Stage, StageTimes> all = new EnumMap<>(Stage.class);
        all.put(Stage.DUE_TO_MADE, dueToMade);
        all.put(Stage.DUE_TO_SENT, dueToSent);
        all.put(Stage.SENT_TO_ACKNOWLEDGED, sentToAcknowledged);
        all.put(Stage.DUE_TO_ACKNOWLEDGED, dueToAcknowledged);
        if (seesRows) {
            all.put(Stage.ACKNOWLEDGED_TO_VISIBLE, acknowledgedToVisible);
            all.put(Stage.DUE_TO_VISIBLE, dueToVisible);
        }
        stages = Collections.unmodifiableMap(all);
    }

    @Override
    public void generated(long due, long now) {
        generated.increment();
        dueToMade.record(now - due);
        if (now - due > tolerance) {
            late.increment();
        }
    }

    @Override
    public void dropped(long records) {
        dropped.add(records);
    }

    @Override
    public void sent(long due, long now) {
        dueToSent.record(now - due);
    }

    @Override
    public void called() {
        calls.increment();
    }

    @Override
    public void acknowledged(long due, long sent, long now, int length) {
        acknowledged.increment();
        bytes.add(length);
        sentToAcknowledged.record(now - sent);
        dueToAcknowledged.record(now - due);
        if (seesRows && visibility.acknowledged(due, now)) {
            visible(due, now, now);
        }
    }

    @Override
    public void throttled(int records) {
        throttles.add(records);
    }

    @Override
    public void retried(int records) {
        retries.add(records);
    }

    @Override
    public void deadLettered(int records) {
        deadLettered.add(records);
    }

    @Override
    public void aborted(int records) {
        aborted.add(records);
    }

    /** At {@code now} another so many of the acknowledged records can be read as rows. */
    public void visible(long records, long now) {
        visibility.visible(records, (due, acknowledgedAt) -> visible(due, acknowledgedAt, now));
    }

    private void visible(long due, long acknowledgedAt, long now) {
        acknowledgedToVisible.record(now - acknowledgedAt);
        dueToVisible.record(now - due);
    }

    /** How long the oldest acknowledged record has waited to become a row, nanoseconds; 0 when none waits. */
    public long freshness(long now) {
        return now - visibility.oldest(now);
    }

    /** The stages that are measured. */
    public Map<Stage, StageTimes> stages() {
        return stages;
    }

    /** Where everything stands now. */
    public Counts counts() {
        return new Counts(
                generated.sum(),
                dropped.sum(),
                acknowledged.sum(),
                deadLettered.sum(),
                aborted.sum(),
                calls.sum(),
                retries.sum(),
                throttles.sum(),
                late.sum(),
                bytes.sum());
    }

    /**
     * Totals since the start of the run; records, but for calls and bytes.
     *
     * @param retries each time a record was sent again
     * @param throttles each time a record was refused for want of room
     * @param late made later than tolerated
     * @param bytes of the acknowledged records
     */
    public record Counts(
            long generated,
            long dropped,
            long acknowledged,
            long deadLettered,
            long aborted,
            long calls,
            long retries,
            long throttles,
            long late,
            long bytes) {

        /** Generated and not yet acknowledged or given up. */
        public long open() {
            return generated - acknowledged - deadLettered - aborted;
        }
    }
}
