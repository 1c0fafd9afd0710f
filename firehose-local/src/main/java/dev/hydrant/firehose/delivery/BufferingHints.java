package dev.hydrant.firehose.delivery;

/**
 * When buffered records are delivered: as soon as there are {@code sizeMiB} of them, or the oldest has waited {@code intervalSeconds}.
 *
 * @param sizeMiB 1 to 128 (AWS documentation of BufferingHints)
 * @param intervalSeconds 0 to 900 (the same)
 */
public record BufferingHints(int sizeMiB, int intervalSeconds) {

    public static final int LEAST_MIB = 1;
    public static final int MOST_MIB = 128;
    public static final int LEAST_SECONDS = 0;
    public static final int MOST_SECONDS = 900;

    /** What Firehose takes when a stream names none: 5 MiB, 300 s. */
    public static final BufferingHints AWS_DEFAULT = new BufferingHints(5, 300);

    /** For local runs, where nobody wants to wait five minutes: 5 MiB, 10 s. */
    public static final BufferingHints LOCAL_DEFAULT = new BufferingHints(5, 10);

    public BufferingHints {
        if (sizeMiB < LEAST_MIB || sizeMiB > MOST_MIB) {
            throw new IllegalArgumentException(
                    "buffering size %d MiB: allowed %d to %d".formatted(sizeMiB, LEAST_MIB, MOST_MIB));
        }
        if (intervalSeconds < LEAST_SECONDS || intervalSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException("buffering interval %d s: allowed %d to %d"
                    .formatted(intervalSeconds, LEAST_SECONDS, MOST_SECONDS));
        }
    }

    public long bytes() {
        return (long) sizeMiB << 20;
    }

    public long millis() {
        return intervalSeconds * 1000L;
    }
}
