package dev.hydrant.cli.compare;

import java.util.Arrays;

/**
 * Values of one run.
 *
 * @param count how many independent values they are worth, 2 or more
 * @param variance of one value, s² = Σ(x − mean)² / (n − 1)
 */
record Sample(double count, double mean, double variance) {

    /**
     * n values whose neighbours have a correlation of r are worth n (1 − r) / (1 + r) independent ones.
     *
     * @param correlation 0 of repetitions; below 0 it counts as 0
     */
    static Sample of(double[] values, double correlation) {
        int n = values.length;
        double r = Math.max(0, correlation);
        double mean = mean(values);
        return new Sample(Math.max(2, n * (1 - r) / (1 + r)), mean, squares(values, mean) / (n - 1));
    }

    /**
     * Correlation of neighbours, of both runs together because few values say little of it: Σ(x[i] − mean)(x[i+1] − mean) / Σ(x[i] − mean)²,
     * plus 1/n, by which so few values underestimate it.
     */
    static double correlation(double[] one, double[] two) {
        double of = squares(one, mean(one)) + squares(two, mean(two));
        return of == 0 ? 0 : (products(one) + products(two)) / of + 2.0 / (one.length + two.length);
    }

    private static double products(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += (values[i - 1] - mean) * (values[i] - mean);
        }
        return sum;
    }

    private static double squares(double[] values, double mean) {
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
