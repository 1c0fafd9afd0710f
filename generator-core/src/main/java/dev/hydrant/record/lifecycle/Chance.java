package dev.hydrant.record.lifecycle;

/**
 * How likely a subject is to take the stages planned for it, a little more so at the beginning of a stream whose delays
 * are too long for its {@link Head}.
 *
 * <p>After N records a stage has been reached by those subjects that began more than its delay D (in records) ago, so
 * at a constant chance q the stage's count is short by the share of D in N. The first W subjects make up for it:
 *
 * <pre>
 *   chance(subject) = q (1 + b)   subject &lt; W        b = min(1/4, 1/q - 1)
 *                     q           subject &gt;= W       W = D / b
 *
 *   expected count after N records, N &gt;= W + D:   q (N - D) + q b W = q N
 * </pre>
 *
 * with D the mean delay of the lifecycle's last stage, so far as it is beyond the head; its earlier stages, whose
 * delays are shorter, come out a little too often. Where nearly every planned subject takes its stages (q near 1) there
 * is no room for it, and the count stays short by D.
 */
final class Chance {

    private static final double MOST_MORE = 0.25;

    /** Of a subject that has no stages. */
    static final Chance NONE = new Chance(0, 0);

    private final long usual;
    private final long early;
    private final long end;

    Chance(double chance, double meanLag) {
        double more = chance > 0 ? Math.min(MOST_MORE, 1 / chance - 1) : 0;
        usual = threshold(chance);
        early = threshold(chance * (1 + more));
        end = more > 1e-6 ? (long) (meanLag / more) : 0;
    }

    /** -1 when {@code subject}, from {@link Long#MIN_VALUE}, takes its stages, by 63 random bits; else 0. */
    long fulfilledMask(long subject, long fraction) {
        long threshold = subject >= 0 && subject < end ? early : usual;
        return (fraction - threshold) >> 63;
    }

    private static long threshold(double chance) {
        return (long) (chance * 0x1p63);
    }
}
