package dev.hydrant.firehose.transform;

/**
 * When buffered records are transformed: as soon as there are {@code sizeMB} of them, or the oldest has waited {@code intervalSeconds}.
 *
 * @param sizeMB 0.2 to 3, of 1,048,576 bytes (AWS documentation of Firehose's data transformation)
 * @param intervalSeconds 0 to 900 (the same)
 */
public record TransformBuffering(double sizeMB, int intervalSeconds) {

    public static final double LEAST_MB = 0.2;
    public static final double MOST_MB = 3;
    public static final int LEAST_SECONDS = 0;
    public static final int MOST_SECONDS = 900;

    /** What Firehose takes when a stream names none: 1 MB, 60 s. */
    public static final TransformBuffering AWS_DEFAULT = new TransformBuffering(1, 60);

    /** For local runs: 1 MB, 1 s. */
    public static final TransformBuffering LOCAL_DEFAULT = new TransformBuffering(1, 1);

    public TransformBuffering {
        if (!(sizeMB >= LEAST_MB && sizeMB <= MOST_MB)) {
            throw new IllegalArgumentException(
                    "transform buffering size %s MB: allowed %s to %s".formatted(sizeMB, LEAST_MB, MOST_MB));
        }
        if (intervalSeconds < LEAST_SECONDS || intervalSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException("transform buffering interval %d s: allowed %d to %d"
                    .formatted(intervalSeconds, LEAST_SECONDS, MOST_SECONDS));
        }
    }

    public long bytes() {
        return (long) (sizeMB * (1 << 20));
    }

    public long millis() {
        return intervalSeconds * 1000L;
    }
}
