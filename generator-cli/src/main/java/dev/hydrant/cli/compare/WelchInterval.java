package dev.hydrant.cli.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Interval of a difference of means, without the assumption that both vary alike (B. L. Welch, "The generalization of 'Student's' problem when
 * several different population variances are involved", Biometrika 34, 1947):
 *
 * <pre>
 * (y − x) ± t(1 − α/2; ν) √(s²x/m + s²y/n)
 * ν = (s²x/m + s²y/n)² / ((s²x/m)²/(m − 1) + (s²y/n)²/(n − 1))
 * </pre>
 */
record WelchInterval(double difference, double low, double high) {

    /** Of two or more values each, with a chance of {@code alpha} that it misses what it is to cover. */
    static WelchInterval of(Sample base, Sample other, double alpha) {
        double difference = other.mean() - base.mean();
        double x = base.variance() / base.count();
        double y = other.variance() / other.count();
        double half = 0;
        if (x + y > 0) {
            double freedom = (x + y) * (x + y) / (x * x / (base.count() - 1) + y * y / (other.count() - 1));
            half = TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2) * Math.sqrt(x + y);
        }
        return new WelchInterval(difference, difference - half, difference + half);
    }
}
