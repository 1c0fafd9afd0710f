package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hydrant.record.lifecycle.Lifecycle;
import dev.hydrant.record.lifecycle.Lifecycles;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rates of the funnel. Were each message's fate drawn by itself, a rate r among n sends would have the standard deviation
 * sqrt(r (1 - r) / n); five of them are exceeded once in 1.7 million, and there are fewer than 1000 comparisons here: a sound
 * stream fails once in 1700 sets of seeds. The seeds are fixed.
 */
class FunnelTest {

    private static final double LIMIT = 5;
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    @ParameterizedTest
    @CsvSource({"2000, 200", "10000, 200", "10000, 50", "100000, 200", "200000, 5000"})
    void aRunHasTheRatesAskedForWithinSamplingError(int records, double rate) {
        for (int seed = 0; seed < 30; seed++) {
            long[] counts = count(SesOptions.DEFAULT, seed, rate, records);
            assertRate(counts, EventType.OPEN, 0.25);
            assertRate(counts, EventType.CLICK, 0.04);
        }
    }

    @ParameterizedTest
    @CsvSource({"2000000, 100000", "20000000, 1000000"})
    void delaysOfVeryManyRecordsLeaveTheRatesCloseToThoseAskedFor(int records, double rate) {
        for (int seed = 0; seed < 2; seed++) {
            long[] counts = count(SesOptions.DEFAULT, seed, rate, records);
            long sends = counts[EventType.SEND.code()];
            assertThat((double) counts[EventType.OPEN.code()] / sends).isCloseTo(0.25, withinPercentage(1.5));
            assertThat((double) counts[EventType.CLICK.code()] / sends).isCloseTo(0.04, withinPercentage(1.5));
        }
    }

    @Test
    void thirtyRunsTogetherHaveThemAsClosely() {
        long[] sum = new long[EventType.values().length];
        for (int seed = 0; seed < 30; seed++) {
            long[] counts = count(SesOptions.DEFAULT, seed, 200, 10_000);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += counts[i];
            }
        }
        assertRate(sum, EventType.OPEN, 0.25);
        assertRate(sum, EventType.CLICK, 0.04);
    }

    @Test
    void otherRatesAndTypesAreKeptAsWell() {
        SesRates rates = new SesRates(0.5, 0.3, 0.05, 0.02, 0.01, 0.01, 0.1, 0.05);
        SesOptions options = SesOptions.DEFAULT.withRates(rates).withPublished(ALL);
        for (int seed = 0; seed < 10; seed++) {
            long[] counts = count(options, seed, 200, 50_000);
            assertRate(counts, EventType.OPEN, 0.5);
            assertRate(counts, EventType.CLICK, 0.3);
            assertRate(counts, EventType.BOUNCE, 0.05);
            assertRate(counts, EventType.COMPLAINT, 0.02);
            assertRate(counts, EventType.REJECT, 0.01);
            assertRate(counts, EventType.RENDERING_FAILURE, 0.01);
            assertRate(counts, EventType.DELIVERY_DELAY, 0.1);
            assertRate(counts, EventType.SUBSCRIPTION, 0.05);
            assertRate(counts, EventType.DELIVERY, 0.93);
        }
    }

    @Test
    void everyMessageIsAnsweredOnceItsTimeIsUp() {
        Lifecycles lifecycles = lifecycles(SesOptions.DEFAULT.withPublished(ALL), 1, 200);
        int records = 200_000;
        Set<EventType> answers =
                EnumSet.of(EventType.DELIVERY, EventType.BOUNCE, EventType.REJECT, EventType.RENDERING_FAILURE);
        boolean[] sent = new boolean[records];
        boolean[] answered = new boolean[records];
        for (int index = 0; index < records; index++) {
            long at = lifecycles.at(index);
            sent[index] = at == 0;
            int stage = Lifecycles.stage(at);
            if (answers.stream().anyMatch(type -> type.code() == stage)) {
                answered[(int) Lifecycles.subject(index, at)] = true;
            }
        }
        int old = records - 20 * 200;
        int unanswered = 0;
        for (int index = 0; index < old; index++) {
            unanswered += sent[index] && !answered[index] ? 1 : 0;
        }
        assertThat(unanswered).as("of the messages that are 20 s old").isLessThan(old / 1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void inTheLongRunTheRatesAreExact(long seed) {
        long[] counts = count(
                SesOptions.DEFAULT.withPublished(EnumSet.of(
                        EventType.SEND, EventType.OPEN, EventType.CLICK, EventType.BOUNCE, EventType.COMPLAINT)),
                seed,
                200,
                20_000_000);
        assertRate(counts, EventType.OPEN, 0.25);
        assertRate(counts, EventType.CLICK, 0.04);
        assertRate(counts, EventType.BOUNCE, 0.02);
        assertRate(counts, EventType.COMPLAINT, 0.001);
    }

    @Test
    void theDelaysAreOnAverageThoseAskedFor() {
        Lifecycles lifecycles = lifecycles(SesOptions.DEFAULT, 3, 200);
        double[] sum = new double[EventType.values().length];
        long[] counts = new long[sum.length];
        for (int index = 20_000; index < 1_000_000; index++) {
            long at = lifecycles.at(index);
            counts[Lifecycles.stage(at)]++;
            sum[Lifecycles.stage(at)] += (index - Lifecycles.subject(index, at)) / 200.0;
        }
        assertThat(sum[EventType.OPEN.code()] / counts[EventType.OPEN.code()]).isCloseTo(1.8, within(0.05));
        assertThat(sum[EventType.CLICK.code()] / counts[EventType.CLICK.code()]).isCloseTo(2.8, within(0.1));
    }

    @Test
    void thePathsAddUpToTheRates() {
        double[] rates = new double[EventType.values().length];
        double all = 0;
        for (Lifecycle path : Funnel.lifecycles(SesOptions.DEFAULT.withPublished(ALL))) {
            all += path.share();
            path.stages().forEach(stage -> rates[stage.code()] += path.share());
        }
        assertThat(all).isCloseTo(1, within(1e-12));
        assertThat(rates)
                .containsExactly(
                        new double[] {0, 0.979, 0.25, 0.04, 0.02, 0.001, 0.0005, 0.0005, 0.01, 0.002}, within(1e-12));
    }

    private static long[] count(SesOptions options, long seed, double rate, int records) {
        Lifecycles lifecycles = lifecycles(options, seed, rate);
        long[] counts = new long[EventType.values().length];
        for (int index = 0; index < records; index++) {
            counts[Lifecycles.stage(lifecycles.at(index))]++;
        }
        return counts;
    }

    private static Lifecycles lifecycles(SesOptions options, long seed, double rate) {
        return new Lifecycles(seed, "ses", Funnel.lifecycles(options), rate);
    }

    private static void assertRate(long[] counts, EventType type, double rate) {
        long sends = counts[EventType.SEND.code()];
        double deviation = (counts[type.code()] - rate * sends) / Math.sqrt(rate * (1 - rate) * sends);
        assertThat(deviation)
                .as("%s: %d of %d, standard deviations", type.text(), counts[type.code()], sends)
                .isBetween(-LIMIT, LIMIT);
    }
}
