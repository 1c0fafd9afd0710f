package dev.hydrant.lambda.generator;

/**
 * How an invocation divides what is left of its time: first records are made, then those under way are waited for, then the
 * rest is given up, and the report is written before Lambda ends the invocation.
 *
 * @param make milliseconds in which records are made
 * @param drain milliseconds after which nothing is waited for any more
 */
record Deadline(long make, long drain) {

    /** For draining, giving up and the report. */
    private static final long MARGIN = 3_000;

    /** For giving up, a second at most, and the report. */
    private static final long FAREWELL = 1_500;

    /** Of an invocation with {@code remaining} milliseconds left, from now on. */
    static Deadline in(long remaining) {
        return new Deadline(
                remaining - Math.min(MARGIN, remaining / 2), remaining - Math.min(FAREWELL, remaining * 2 / 5));
    }
}
