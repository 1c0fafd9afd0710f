package dev.hydrant.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.clock.FakeRunClock;
import dev.hydrant.clock.RunClock;
import dev.hydrant.clock.SystemRunClock;
import dev.hydrant.delivery.DeadLetters;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.Rejection;
import dev.hydrant.delivery.RetryPolicy;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.measure.RunMeter;
import dev.hydrant.record.RecordSource;
import dev.hydrant.scenario.Shard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LoadRunTest {

    private static final long START = 1_700_000_000_000_000_000L;
    private static final RecordSource EIGHT_BYTES = (index, eventTime, out) -> {
        if (eventTime < START) {
            throw new AssertionError("record " + index + " at " + eventTime);
        }
        out.append(new byte[8]);
    };
    private static final DeadLetters NO_LETTERS = new DeadLetters() {
        @Override
        public void add(RecordBatch batch, String code, String message, int attempts) {
            throw new AssertionError("dead letter: " + message);
        }

        @Override
        public void close() {}
    };

    /** Keeps the indexes and sizes of the batches that come. */
    private static class Kept implements Destination {
        final List<Long> indexes = new ArrayList<>();
        final List<Integer> sizes = new ArrayList<>();

        @Override
        public synchronized List<Rejection> send(RecordBatch batch) throws DeliveryException {
            sizes.add(batch.size());
            for (int position = 0; position < batch.size(); position++) {
                indexes.add(batch.index(position));
            }
            return List.of();
        }

        @Override
        public void close() {}
    }

    private final Kept kept = new Kept();

    private static RunPlan plan(LoadProfile profile, long from, long to, Shard shard, Duration linger) {
        return new RunPlan(EIGHT_BYTES, profile, START, from, to, shard, 0, linger, 1e6);
    }

    private RunMeter run(RunPlan plan, RunClock clock, Destination destination) throws InterruptedException {
        RunMeter meter = new RunMeter();
        try (Delivery delivery = new Delivery(destination, 1, RetryPolicy.DEFAULT, NO_LETTERS, meter, clock)) {
            new LoadRun(plan, clock, delivery, meter).run();
            assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
        }
        return meter;
    }

    @ParameterizedTest
    @CsvSource({"200, 10000", "0.5, 20", "33333.3, 50000", "1000000, 200000"})
    void makesEachRecordOnceInOrder(String rate, long count) throws InterruptedException {
        RunMeter meter = run(
                plan(ConstantRate.parse(rate), 0, count, Shard.WHOLE, Duration.ofMillis(100)),
                new FakeRunClock(),
                kept);
        assertThat(kept.indexes).isEqualTo(LongStream.range(0, count).boxed().toList());
        assertThat(meter.accounting().closed()).isTrue();
        assertThat(meter.accounting().acknowledged()).isEqualTo(count);
    }

    @Test
    void shardsJoinedAreTheWhole() throws InterruptedException {
        LoadProfile profile = ConstantRate.parse("700");
        for (int number = 0; number < 3; number++) {
            run(plan(profile, 100, 2_000, new Shard(number, 3), Duration.ZERO), new FakeRunClock(), kept);
        }
        assertThat(kept.indexes)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(100, 2_000).boxed().toList());
    }

    /** At 200/s and 100 ms a batch opens with one record and leaves when that has waited: 20 or 21 records, or what is left. */
    @Test
    void aBatchLeavesWhenItsFirstRecordHasWaitedLongEnough() throws InterruptedException {
        run(plan(ConstantRate.parse("200"), 0, 1_000, Shard.WHOLE, Duration.ofMillis(100)), new FakeRunClock(), kept);
        assertThat(kept.sizes.subList(0, kept.sizes.size() - 1)).allMatch(size -> size == 20 || size == 21);
    }

    @Test
    void aBatchLeavesWhenItIsFullHoweverLongItMayLinger() throws InterruptedException {
        run(plan(ConstantRate.parse("1000"), 0, 2_200, Shard.WHOLE, Duration.ofHours(1)), new FakeRunClock(), kept);
        assertThat(kept.sizes).containsExactly(500, 500, 500, 500, 200);
    }

    @Test
    void aStallIsSeenAsLatenessOfTheRecordsThatWereDueMeanwhile() throws InterruptedException {
        FakeRunClock clock = new FakeRunClock();
        Destination stalls = new Kept() {
            @Override
            public synchronized List<Rejection> send(RecordBatch batch) throws DeliveryException {
                if (batch.index(0) == 0) {
                    clock.park(2_000_000_000L);
                }
                return super.send(batch);
            }
        };
        RunMeter meter = run(plan(ConstantRate.parse("100"), 0, 1_000, Shard.WHOLE, Duration.ZERO), clock, stalls);
        assertThat(meter.accounting().acknowledged()).isEqualTo(1_000);
        assertThat(meter.response().max()).isGreaterThan(1_900);
        assertThat(meter.response().p50()).isLessThan(1_900);
    }

    @Test
    void stopEndsAWaitAtOnceAndWhatWasMadeIsStillSent() throws Exception {
        RunClock clock = new SystemRunClock();
        RunMeter meter = new RunMeter();
        CountDownLatch first = new CountDownLatch(1);
        Destination tells = new Kept() {
            @Override
            public synchronized List<Rejection> send(RecordBatch batch) {
                first.countDown();
                return List.of();
            }
        };
        try (Delivery delivery = new Delivery(tells, 1, RetryPolicy.DEFAULT, NO_LETTERS, meter, clock)) {
            // The second record is due after a thousand seconds.
            RunPlan plan = plan(ConstantRate.parse("0.001"), 0, 10, Shard.WHOLE, Duration.ZERO);
            LoadRun run = new LoadRun(plan, clock, delivery, meter);
            Thread stopper = new Thread(() -> {
                try {
                    first.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                run.stop();
            });
            stopper.start();
            assertThat(run.run()).isEqualTo(1);
            stopper.join();
            assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(meter.accounting().acknowledged()).isEqualTo(1);
    }
}
