package dev.hydrant.measure;

/**
 * A distribution of durations in three numbers, milliseconds.
 *
 * @param p50 half were at most this
 * @param p99 99 in 100 were at most this
 * @param max the longest
 */
public record Quantiles(double p50, double p99, double max) {

    /** Of no values at all. */
    public static final Quantiles NONE = new Quantiles(0, 0, 0);
}
