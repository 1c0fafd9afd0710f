package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.Second;
import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.Rejection;
import dev.hydrant.delivery.RetryPolicy;
import dev.hydrant.load.Hold;
import dev.hydrant.load.Load;
import dev.hydrant.load.Rate;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.run.RecordKind;
import dev.hydrant.run.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a benchmark holds in memory towards the end of a long run, by a clock that goes fast. */
@Tag("slow")
@Timeout(240)
class LongRunTest {

    private static final BenchSettings SETTINGS =
            new BenchSettings(4, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofHours(1), false);
    private static final long RATE = 10;
    /** The noise of the heap; an object kept for each of the 864,000 records, or each of twice as many looks, would be far beyond it. */
    private static final long TOLERANCE = 4_000_000;

    private static final int MOST_INTERVALS = 3_600;

    @Test
    void aDayHoldsNoMoreThanTenMinutes() throws Exception {
        // Whatever is made once, for good, is made by the first.
        heldAtTheEndOf(Duration.ofMinutes(10));
        long tenMinutes = heldAtTheEndOf(Duration.ofMinutes(10));
        long aDay = heldAtTheEndOf(Duration.ofHours(24));

        assertThat(aDay)
                .as("bytes of heap after a day; after ten minutes %,d", tenMinutes)
                .isLessThan(tenMinutes + TOLERANCE);
    }

    private static long heldAtTheEndOf(Duration length) throws Exception {
        Load load = new Load(List.of(new Hold(Rate.parse(RATE + "/s"), length)));
        AtomicLong held = new AtomicLong();
        long nearTheEnd = length.toSeconds() * 9 / 10;
        try (Rows rows = new Rows();
                HistogramLog log = HistogramLog.none()) {
            Subject subject = new Subject(rows, "test");
            Instant begun = Instant.parse("2026-11-21T10:00:00Z");
            RunPlan plan = new Plans(RecordKind.SENSOR, 1, new Fleet(10), SETTINGS).next(load, begun);
            Stretch stretch = new Stretch(subject, SETTINGS, log, second -> holds(second, nearTheEnd, held));
            Repetition done = stretch.measure(plan, begun, new FastClock(length.toSeconds() / 6))
                    .repetition();

            assertThat(done.accounting().acknowledged()).isEqualTo(RATE * length.toSeconds());
            assertThat(done.accounting().landed()).isEqualTo(RATE * length.toSeconds());
            // And what is left when it ends.
            assertThat(done.bySecond()).hasSizeLessThanOrEqualTo(MOST_INTERVALS + 1);
        }
        return held.get();
    }

    private static void holds(Second second, long nearTheEnd, AtomicLong held) {
        if (second.second() >= nearTheEnd && held.get() == 0) {
            System.gc();
            held.set(ProcessUse.heapBytes());
        }
    }

    /** So many of its seconds pass in one of ours. */
    private static final class FastClock implements RunClock {

        private final long started = System.nanoTime();
        private final long times;

        FastClock(long times) {
            this.times = times;
        }

        @Override
        public long elapsed() {
            return (System.nanoTime() - started) * times;
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos / times);
        }
    }

    /** Where every record is a row as soon as it has been sent. */
    private static final class Rows implements Outlet, Destination {

        private final AtomicLong rows = new AtomicLong();

        @Override
        public List<Rejection> send(RecordBatch batch) {
            rows.addAndGet(batch.size());
            return List.of();
        }

        @Override
        public Destination destination() {
            return this;
        }

        @Override
        public String name() {
            return "rows";
        }

        @Override
        public Landing landing() {
            return new Landing(rows.get(), Map.of(), 0, 0, null);
        }

        @Override
        public void settle() {}

        @Override
        public void close() {}
    }
}
