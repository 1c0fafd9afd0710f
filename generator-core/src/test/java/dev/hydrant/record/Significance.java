package dev.hydrant.record;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two-sided tests of randomness, each with a false-failure rate of 10<sup>-7</sup>: what a truly random source would fail at
 * with one seed in ten million. The seeds of the tests are fixed, so a test that passes once passes always.
 */
public final class Significance {

    /** Standard deviations that a normal variable leaves once in ten million draws. */
    private static final double LIMIT = 5.327;

    private Significance() {}

    /** Pearson's test of even chances; both a worse and a suspiciously better fit than chance fails. */
    public static void assertUniform(String what, long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        double expected = (double) sum / counts.length;
        assertThat(expected).as(what + ": too few draws for the test").isGreaterThan(20);
        double square = 0;
        for (long count : counts) {
            square += (count - expected) * (count - expected) / expected;
        }
        assertStandardNormal(what + ": chi-square " + square, normal(square, counts.length - 1));
    }

    /** Pearson's correlation of two samples, whose standard deviation is 1 / sqrt(n) when they have nothing to do with each other. */
    public static void assertUncorrelated(String what, double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        double correlation = ab / Math.sqrt(aa * bb);
        assertStandardNormal(what + ": correlation " + correlation, correlation * Math.sqrt(a.length));
    }

    /** How often out of {@code draws} an event of chance 1/2 happened. */
    public static void assertEvenOdds(String what, int happened, int draws) {
        assertStandardNormal(what + ": " + happened + " of " + draws, (2.0 * happened - draws) / Math.sqrt(draws));
    }

    private static void assertStandardNormal(String what, double z) {
        assertThat(Math.abs(z)).as(what + ", standard deviations").isLessThan(LIMIT);
    }

    /** Wilson and Hilferty, "The distribution of chi-square", 1931: its cube root is nearly normal. */
    private static double normal(double chiSquare, int degrees) {
        double variance = 2.0 / (9.0 * degrees);
        return (Math.cbrt(chiSquare / degrees) - (1 - variance)) / Math.sqrt(variance);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
