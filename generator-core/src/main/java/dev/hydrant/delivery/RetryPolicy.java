package dev.hydrant.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long, and how often, a batch is sent again: exponential backoff with full jitter,
 *
 * <pre>pause(n) = uniform(0, min(longest, first * 2^(n-1))) after the n-th failure</pre>
 *
 * until the deadline, counted from the batch's first attempt.
 *
 * @param first upper bound of the first pause, above zero
 * @param longest upper bound of any pause, at least {@code first}
 * @param deadline how long a batch is tried
 * @param firstContact the same as long as nothing at all was acknowledged yet, so that a wrong address is told soon
 */
public record RetryPolicy(Duration first, Duration longest, Duration deadline, Duration firstContact) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(5));

    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses from " + first + " to " + longest + ": allowed 0 < first <= longest");
        }
        if (deadline.isNegative() || firstContact.isNegative()) {
            throw new IllegalArgumentException(
                    "deadlines " + deadline + " and " + firstContact + ": allowed from 0 on");
        }
    }

    /** Nanoseconds to wait after the given number of failures (from 1). */
    long pause(int failures, RandomGenerator random) {
        double bound = Math.min((double) longest.toNanos(), first.toNanos() * Math.pow(2, failures - 1));
        return (long) (random.nextDouble() * bound);
    }
}
