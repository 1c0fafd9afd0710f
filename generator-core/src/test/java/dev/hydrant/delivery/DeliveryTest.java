package dev.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.clock.FakeRunClock;
import dev.hydrant.clock.RunClock;
import dev.hydrant.clock.SystemRunClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeliveryTest {

    private final Tally tally = new Tally();
    private final KeptLetters letters = new KeptLetters();
    private final RunClock clock = new FakeRunClock();

    /** Takes records at random, and keeps count of how often each was taken and sent. */
    private static final class Moody implements Destination {

        private final SplittableRandom random;
        private final double callFails;
        private final double recordFails;
        final Map<Long, Integer> taken = new ConcurrentHashMap<>();

        Moody(long seed, double callFails, double recordFails) {
            this.random = new SplittableRandom(seed);
            this.callFails = callFails;
            this.recordFails = recordFails;
        }

        @Override
        public synchronized List<Rejection> send(RecordBatch batch) throws DeliveryException {
            if (random.nextDouble() < callFails) {
                throw later();
            }
            List<Rejection> rejections = new ArrayList<>();
            for (int position = 0; position < batch.size(); position++) {
                assertThat(Records.text(batch, position)).isEqualTo("record " + batch.index(position) + "\n");
                if (random.nextDouble() < recordFails) {
                    rejections.add(new Rejection(position, "InternalFailure", "moody"));
                } else {
                    taken.merge(batch.index(position), 1, Integer::sum);
                }
            }
            return rejections;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRecordEndsInExactlyOnePlaceHoweverCallsAndRecordsFail(long seed) throws Exception {
        Moody moody = new Moody(seed, 0.3, 0.4);
        RetryPolicy retry = new RetryPolicy(
                Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(3));
        int records = 20_000;
        try (Delivery delivery = new Delivery(moody, 7, retry, letters, tally, clock)) {
            submit(delivery, records, new SplittableRandom(seed));
            assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
            assertThat(delivery.inFlight()).isZero();
        }
        assertThat(tally.settled()).isEqualTo(records);
        assertThat(tally.aborted).hasValue(0);
        assertThat(moody.taken).hasSize((int) tally.acknowledged.get());
        assertThat(moody.taken.values())
                .as("taken once, so only failures were resent")
                .containsOnly(1);
        assertThat(letters.indexes).doesNotHaveDuplicates().hasSize((int) tally.deadLettered.get());
        assertThat(letters.indexes).noneMatch(moody.taken::containsKey);
        assertThat(tally.retried.get()).isPositive();
    }

    @Test
    void aFinalAnswerIsNotTriedAgainAndSaysWhyTheRunIsHopeless() throws Exception {
        List<Integer> calls = new ArrayList<>();
        deliver(batch -> {
            calls.add(batch.size());
            return never();
        });
        assertThat(calls).containsExactly(3);
        assertThat(tally.deadLettered).hasValue(3);
        assertThat(letters.codes).containsOnly("ResourceNotFoundException");
    }

    @Test
    void givesUpSoonerWhenNothingWasEverAcknowledged() throws Exception {
        String hopeless = deliver(batch -> later());
        assertThat(hopeless).isEqualTo("later");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(clock.elapsed()))
                .isLessThan(RetryPolicy.DEFAULT.firstContact().toSeconds() + 1);
        assertThat(tally.deadLettered).hasValue(3);
    }

    @Test
    void whileADestinationIsKnownToBeDownABatchHasOneAttemptAndOneSuccessEndsThat() throws Exception {
        List<String> answers = new ArrayList<>();
        Destination outage = scripted(batch -> {
            answers.add(batch.index(0) + "@" + TimeUnit.NANOSECONDS.toSeconds(clock.elapsed()));
            return batch.index(0) == 0 || batch.index(0) == 9 ? null : later();
        });
        try (Delivery delivery = new Delivery(outage, 1, RetryPolicy.DEFAULT, letters, tally, clock)) {
            for (long index = 0; index < 12; index += 3) {
                submitOne(delivery, index, 3);
            }
            assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
            assertThat(delivery.hopeless()).isNull();
        }
        assertThat(answers.stream().filter(answer -> answer.startsWith("3@")).count())
                .as("tried for the whole deadline")
                .isGreaterThan(5);
        assertThat(answers.stream().filter(answer -> answer.startsWith("6@"))).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.startsWith("9@"))).hasSize(1);
        assertThat(letters.indexes).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void deadLettersThatCannotBeWrittenAreCountedAsAborted() throws Exception {
        DeadLetters broken = new DeadLetters() {
            @Override
            public void add(RecordBatch batch, String code, String message, int attempts) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() {}
        };
        try (Delivery delivery =
                new Delivery(scripted(batch -> never()), 1, RetryPolicy.DEFAULT, broken, tally, clock)) {
            submitOne(delivery, 0, 3);
            delivery.drain(30, TimeUnit.SECONDS);
            assertThat(delivery.hopeless()).contains("no such stream").contains("No space left on device");
        }
        assertThat(tally.aborted).hasValue(3);
    }

    @Test
    void abortSettlesWhatHangsAndAStragglerIsNotCountedTwice() throws Exception {
        CountDownLatch called = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch returned = new CountDownLatch(2);
        Destination hangs = scripted(batch -> {
            called.countDown();
            awaitUninterruptibly(release);
            returned.countDown();
            return null;
        });
        Delivery delivery = new Delivery(hangs, 2, RetryPolicy.DEFAULT, letters, tally, new SystemRunClock());
        submitOne(delivery, 0, 3);
        submitOne(delivery, 3, 4);
        called.await();
        delivery.abort();
        assertThat(tally.aborted).hasValue(7);
        release.countDown();
        returned.await();
        assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
        assertThat(tally.settled()).isEqualTo(7);
    }

    @Test
    void noMoreBatchesThanMayBeInFlightAndOneToFill() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Destination slow = scripted(batch -> {
            awaitUninterruptibly(release);
            return null;
        });
        try (Delivery delivery = new Delivery(slow, 3, RetryPolicy.DEFAULT, letters, tally, clock)) {
            for (int batch = 0; batch < 4; batch++) {
                submitOne(delivery, batch, 1);
            }
            assertThat(delivery.poll(1, TimeUnit.MILLISECONDS)).isNull();
            assertThat(delivery.inFlight()).isEqualTo(4);
            release.countDown();
            assertThat(delivery.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static DeliveryException later() {
        return new DeliveryException("ServiceUnavailableException", "later", true, null);
    }

    private static DeliveryException never() {
        return new DeliveryException("ResourceNotFoundException", "no such stream", false, null);
    }

    private @Nullable String deliver(Function<RecordBatch, DeliveryException> answers) throws InterruptedException {
        try (Delivery delivery = new Delivery(scripted(answers), 1, RetryPolicy.DEFAULT, letters, tally, clock)) {
            submitOne(delivery, 0, 3);
            assertThat(delivery.drain(30, TimeUnit.SECONDS)).isTrue();
            return delivery.hopeless();
        }
    }

    private static Destination scripted(Function<RecordBatch, DeliveryException> answers) {
        return new Destination() {
            @Override
            public List<Rejection> send(RecordBatch batch) throws DeliveryException {
                DeliveryException failure = answers.apply(batch);
                if (failure != null) {
                    throw failure;
                }
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    private static void submit(Delivery delivery, int records, SplittableRandom random) throws InterruptedException {
        for (int index = 0; index < records; ) {
            int size = Math.min(random.nextInt(1, 501), records - index);
            submitOne(delivery, index, size);
            index += size;
        }
    }

    private static void submitOne(Delivery delivery, long from, int size) throws InterruptedException {
        RecordBatch batch = Objects.requireNonNull(delivery.poll(30, TimeUnit.SECONDS));
        for (int k = 0; k < size; k++) {
            batch.add(Records.NUMBERED, from + k, 0, 0, 0);
        }
        delivery.submit(batch);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
