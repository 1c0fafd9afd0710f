package dev.hydrant.cli.compare;

import org.jspecify.annotations.Nullable;

/** A value as a sum over a weight, so that seconds join into blocks as they should: 10 of 1,000 and 0 of 9,000 is 1 in 1,000. */
record Ratio(double sum, double weight) {

    static final Ratio NONE = new Ratio(0, 0);

    /** A value that stands for {@code weight} records; {@link #NONE} when it was not measured. */
    static Ratio of(@Nullable Double value, double weight) {
        return value == null ? NONE : new Ratio(value * weight, weight);
    }

    Ratio plus(Ratio other) {
        return new Ratio(sum + other.sum, weight + other.weight);
    }

    /** NaN when nothing was measured. */
    double value() {
        return sum / weight;
    }
}
