package dev.hydrant.record;

import static dev.hydrant.record.Significance.assertEvenOdds;
import static dev.hydrant.record.Significance.assertUncorrelated;
import static dev.hydrant.record.Significance.assertUniform;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its tests of chance are those of {@link Significance}: about 170 of them, so that one truly random seed in 60,000 would fail. */
class DrawsTest {

    private static final int DRAWS = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0x9e3779b97f4a7c15L, Long.MIN_VALUE})
    void steppingThroughTheIndexesIsSplitMix64(long key) {
        // The JDK's implementation adds the golden ratio before the first draw, ours after it.
        SplittableRandom splitMix = new SplittableRandom(key - 0x9e3779b97f4a7c15L);
        Draws draws = new Draws(key);
        for (int index = 0; index < 10_000; index++) {
            assertThat(draws.fraction(index)).isEqualTo(splitMix.nextLong() >>> 1);
        }
    }

    @Test
    void scaleAndRestAreTheWholeAndTheFractionalPart() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long fraction = i == 0 ? Long.MAX_VALUE : random.nextLong() >>> (1 + random.nextInt(63));
            int bound = i == 0 ? Integer.MAX_VALUE : 1 + (random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31));
            BigInteger[] parts = BigInteger.valueOf(fraction)
                    .multiply(BigInteger.valueOf(bound))
                    .divideAndRemainder(BigInteger.ONE.shiftLeft(63));
            assertThat(Draws.scale(fraction, bound)).isEqualTo(parts[0].intValueExact());
            assertThat(Draws.rest(fraction, bound)).isEqualTo(parts[1].longValueExact());
        }
    }

    @Test
    void seedStreamAndFieldEachChangeTheDraws() {
        Set<Long> first = new HashSet<>();
        String[] names = {"", "a", "b", "ab", "ba", "c", "bc", "abc", "\0", "sensors", "sensors2"};
        for (long seed : new long[] {0, 1, 2, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            for (String stream : names) {
                for (String field : names) {
                    first.add(new Draws(seed, stream, field).fraction(0));
                }
            }
        }
        assertThat(first).hasSize(6 * names.length * names.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1001, 4001, 2001})
    void everyValueOfABoundIsEquallyLikely(int bound) {
        for (String field : new String[] {"one", "two", "three"}) {
            Draws draws = new Draws(7, "stream", field);
            long[] counts = new long[bound];
            for (int index = 0; index < DRAWS; index++) {
                counts[Draws.scale(draws.fraction(index), bound)]++;
            }
            assertUniform(field + " below " + bound, counts);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 1000, 1L << 20, 1L << 32})
    void distantIndexesAreUncorrelated(long distance) {
        Draws draws = new Draws(8, "stream", "field");
        assertUncorrelated("distance " + distance, sample(draws, 0), sample(draws, distance));
    }

    @Test
    void neighbouringSeedsAreUncorrelated() {
        for (long seed = 0; seed < 8; seed++) {
            double[] one = sample(new Draws(seed, "stream", "field"), 0);
            double[] next = sample(new Draws(seed + 1, "stream", "field"), 0);
            assertUncorrelated("seeds " + seed + " and the next", one, next);
        }
    }

    @Test
    void theFirstDrawsOfNeighbouringSeedsAreEven() {
        long[] counts = new long[1000];
        for (int seed = 0; seed < DRAWS; seed++) {
            counts[Draws.scale(new Draws(seed, "stream", "field").fraction(0), counts.length)]++;
        }
        assertUniform("first draw by seed", counts);
    }

    @Test
    void fieldsAndStreamsAreUncorrelated() {
        double[] one = sample(new Draws(9, "stream", "one"), 0);
        assertUncorrelated("fields", one, sample(new Draws(9, "stream", "two"), 0));
        assertUncorrelated("streams", one, sample(new Draws(9, "other", "one"), 0));
    }

    @Test
    void everyBitIsSetHalfOfTheTimeAndFlipsHalfOfTheTimeFromIndexToIndex() {
        Draws draws = new Draws(10, "stream", "field");
        for (int bit = 0; bit < 63; bit++) {
            int set = 0;
            int flipped = 0;
            for (int index = 0; index < DRAWS / 10; index++) {
                long fraction = draws.fraction(index);
                set += (int) (fraction >>> bit & 1);
                flipped += (int) ((fraction ^ draws.fraction(index + 1)) >>> bit & 1);
            }
            assertEvenOdds("bit " + bit + " set", set, DRAWS / 10);
            assertEvenOdds("bit " + bit + " flipped", flipped, DRAWS / 10);
        }
    }

    private static double[] sample(Draws draws, long from) {
        double[] sample = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            sample[i] = draws.fraction(from + i) * 0x1p-63;
        }
        return sample;
    }
}
