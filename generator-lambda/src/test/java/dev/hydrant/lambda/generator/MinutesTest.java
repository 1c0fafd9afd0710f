package dev.hydrant.lambda.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.scenario.Shard;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesTest {

    private static final long SECOND = 1_000_000_000;
    /** 2026-11-21T10:00:00Z. */
    private static final long NOW = Minutes.number(1_795_255_200);

    @ParameterizedTest
    @CsvSource({
        "200, 50, 10000",
        "200, 60, 12000",
        "0.1, 50, 5",
        "0.001, 50, 1",
        "99.5, 1, 100",
        "33.333, 7, 234",
        "10000000, 60, 600000000",
        "0.000001, 1, 1"
    })
    void aMinuteHasTheRecordsDueInItsSecondsAndMinutesJoin(String rate, int seconds, long perMinute) {
        Minutes minutes = new Minutes(ConstantRate.parse(rate), seconds);

        assertThat(minutes.perMinute()).isEqualTo(perMinute);
        for (long minute : new long[] {0, 1, NOW, NOW + 1}) {
            long first = minutes.first(minute);
            long next = minutes.first(minute + 1);
            assertThat(next - first).isEqualTo(perMinute);
            assertThat(minutes.due(first)).isEqualTo(Minutes.start(minute));
            assertThat(minutes.due(next - 1)).isLessThan(Minutes.start(minute) + seconds * SECOND);
            assertThat(minutes.count(Minutes.start(minute))).isEqualTo(first);
            assertThat(minutes.count(Minutes.start(minute) + seconds * SECOND)).isEqualTo(next);
            assertThat(minutes.count(Minutes.start(minute + 1))).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "0.1", "99.5", "33.333", "123456.789", "10000000"})
    void dueTimesNeverGoBackAndCountTellsThem(String rate) {
        Minutes minutes = new Minutes(ConstantRate.parse(rate), 50);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long index = minutes.first(NOW) + random.nextLong(5 * minutes.perMinute());
            long due = minutes.due(index);
            assertThat(minutes.due(index + 1)).isGreaterThanOrEqualTo(due);
            assertThat(minutes.count(due)).isLessThanOrEqualTo(index);
            assertThat(minutes.count(due + 1)).isGreaterThan(index);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 100, 1000})
    void theShardsOfAMinuteHaveEachOfItsIndexesOnce(int shards) {
        Minutes minutes = new Minutes(ConstantRate.parse("12.34"), 50);
        long from = minutes.first(NOW);
        long to = minutes.first(NOW + 1);
        LongStream all = LongStream.empty();
        for (int number = 0; number < shards; number++) {
            Shard shard = new Shard(number, shards);
            all = LongStream.concat(
                    all, LongStream.iterate(shard.ceiling(from), index -> index < to, index -> index + shards));
        }
        assertThat(all.sorted().toArray()).isEqualTo(LongStream.range(from, to).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 29_920_920, 29_920_921})
    void fromAMinuteOnTheTimesAreItsOwn(long minute) {
        Minutes minutes = new Minutes(ConstantRate.parse("200"), 50);
        LoadProfile own = minutes.from(minute);
        long first = minutes.first(minute);
        assertThat(own.due(first)).isZero();
        assertThat(own.due(first + 1)).isEqualTo(5_000_000);
        assertThat(own.count(SECOND)).isEqualTo(first + 200);
        assertThat(own.rate(0)).isEqualTo(200);
        assertThat(own.rate(50 * SECOND - 1)).isEqualTo(200);
        assertThat(own.rate(50 * SECOND)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "59, 0", "60, 1", "1795255199, 29920919", "1795255200, 29920920", "1795255259, 29920920"})
    void anyTimeOfAMinuteNamesIt(long epochSecond, long minute) {
        assertThat(Minutes.number(epochSecond)).isEqualTo(minute);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 61})
    void aMinuteHasSixtySeconds(int seconds) {
        ConstantRate rate = ConstantRate.parse("1");
        assertThatThrownBy(() -> new Minutes(rate, seconds))
                .hasMessage(seconds + " seconds of a minute: allowed 1 to 60");
    }
}
