package dev.hydrant.firehose;

import dev.hydrant.firehose.delivery.BufferingHints;
import java.nio.file.Path;

/**
 * How a local Firehose is set up.
 *
 * @param warehouse folder of the tables; made when there is none
 * @param host address to listen on; credentials are not checked, so keep it on loopback
 * @param port 0 to 65535; 0 takes a free one
 * @param streamName of the stream that exists from the start and delivers into the table {@code sensors}
 * @param hints when that stream delivers
 */
public record LocalFirehoseSettings(Path warehouse, String host, int port, String streamName, BufferingHints hints) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 4573;
    public static final String DEFAULT_STREAM = "sensors";

    /** Namespace and name of the table that the default stream delivers into. */
    public static final String DEFAULT_NAMESPACE = "iot";

    public static final String DEFAULT_TABLE = "sensors";

    public LocalFirehoseSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port %d: allowed 0 to 65535, 0 takes a free one".formatted(port));
        }
        if (!streamName.matches("[a-zA-Z0-9_.-]{1,64}") || streamName.matches("\\.+")) {
            throw new IllegalArgumentException(
                    "stream '%s': allowed are 1 to 64 characters of a-z A-Z 0-9 _ . -".formatted(streamName));
        }
    }

    /** The defaults for {@code warehouse}: port 4573 on loopback, stream {@code sensors}, 5 MiB or 10 s. */
    public static LocalFirehoseSettings of(Path warehouse) {
        return new LocalFirehoseSettings(
                warehouse, DEFAULT_HOST, DEFAULT_PORT, DEFAULT_STREAM, BufferingHints.LOCAL_DEFAULT);
    }

    public LocalFirehoseSettings withHost(String newHost) {
        return new LocalFirehoseSettings(warehouse, newHost, port, streamName, hints);
    }

    public LocalFirehoseSettings withPort(int newPort) {
        return new LocalFirehoseSettings(warehouse, host, newPort, streamName, hints);
    }

    public LocalFirehoseSettings withStreamName(String newName) {
        return new LocalFirehoseSettings(warehouse, host, port, newName, hints);
    }

    /**
     * When the default stream delivers.
     *
     * @param sizeMiB 1 to 128 (AWS documentation of BufferingHints)
     * @param intervalSeconds 0 to 900 (the same)
     * @throws IllegalArgumentException outside of these ranges
     */
    public LocalFirehoseSettings withBuffering(int sizeMiB, int intervalSeconds) {
        return new LocalFirehoseSettings(
                warehouse, host, port, streamName, new BufferingHints(sizeMiB, intervalSeconds));
    }
}
