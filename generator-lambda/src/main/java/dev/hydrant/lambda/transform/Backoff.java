package dev.hydrant.lambda.transform;

import java.util.function.LongUnaryOperator;

/**
 * Exponential backoff with full jitter: before attempt n, counted from 0, a wait drawn evenly from 0 to
 * {@code min(cap, base · 2^(n-1))} milliseconds.
 *
 * @param attempts how often something is tried in all, at least 1
 * @param base milliseconds, the upper end before the first repetition
 * @param cap milliseconds, where the upper end stops growing
 * @param below a number drawn evenly from 0 to its argument, inclusive
 */
public record Backoff(int attempts, long base, long cap, LongUnaryOperator below) {

    /** Twenty attempts as in AWS's blueprint, 15 s of waiting on average and 31 s at most. */
    public static Backoff blueprint(LongUnaryOperator below) {
        return new Backoff(20, 50, 2_000, below);
    }

    /** Milliseconds to wait before attempt {@code n}; none before attempt 0. */
    long before(int n) {
        return n == 0 ? 0 : below.applyAsLong(Math.min(cap, base << Math.min(n - 1, 20)));
    }
}
