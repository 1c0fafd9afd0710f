package dev.hydrant.cli.plot;

import dev.hydrant.load.LoadProfile;

/**
 * A load between two times.
 *
 * @param from nanoseconds
 * @param to nanoseconds, above {@code from}
 * @param mean rate, records a second
 * @param highest rate, records a second
 */
record LoadSlice(long from, long to, double mean, double highest) {

    private static final int LOOKS = 64;

    /** Looks at the rate in the middle of equal parts: what is shorter than these may be missed. */
    static LoadSlice of(LoadProfile load, long from, long to) {
        double sum = 0;
        double highest = 0;
        for (int look = 0; look < LOOKS; look++) {
            double rate = load.rate(from + (long) ((look + 0.5) / LOOKS * (to - from)));
            sum += rate;
            highest = Math.max(highest, rate);
        }
        return new LoadSlice(from, to, sum / LOOKS, highest);
    }

    /** Equal slices from the start to {@code end}. */
    static LoadSlice[] cut(LoadProfile load, long end, int count) {
        LoadSlice[] slices = new LoadSlice[count];
        for (int number = 0; number < count; number++) {
            slices[number] = of(load, edge(end, number, count), edge(end, number + 1, count));
        }
        return slices;
    }

    private static long edge(long end, int number, int count) {
        return end / count * number + end % count * number / count;
    }
}
