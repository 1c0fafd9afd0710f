package dev.hydrant.firehose;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.transform.FunctionDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How a local Firehose is set up.
 *
 * @param warehouse folder of the tables; made when there is none
 * @param host address to listen on; credentials are not checked, so keep it on loopback
 * @param port 0 to 65535; 0 takes a free one
 * @param streamName of the stream that exists from the start and delivers into the table {@code sensors}
 * @param hints when that stream delivers
 * @param functions that streams can transform their records with
 * @param streams that exist from the start beside that one
 */
public record LocalFirehoseSettings(
        Path warehouse,
        String host,
        int port,
        String streamName,
        BufferingHints hints,
        List<FunctionDefinition> functions,
        List<StreamSettings> streams) {

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
        StreamSettings.checkName(streamName);
        functions = List.copyOf(functions);
        streams = List.copyOf(streams);
        Set<String> names = new HashSet<>(Set.of(streamName));
        for (StreamSettings stream : streams) {
            if (!names.add(stream.name())) {
                throw new IllegalArgumentException("stream %s: there are two of that name".formatted(stream.name()));
            }
        }
    }

    /** The defaults for {@code warehouse}: port 4573 on loopback, stream {@code sensors}, 5 MiB or 10 s. */
    public static LocalFirehoseSettings of(Path warehouse) {
        return new LocalFirehoseSettings(
                warehouse,
                DEFAULT_HOST,
                DEFAULT_PORT,
                DEFAULT_STREAM,
                BufferingHints.LOCAL_DEFAULT,
                List.of(),
                List.of());
    }

    public LocalFirehoseSettings withHost(String newHost) {
        return new LocalFirehoseSettings(warehouse, newHost, port, streamName, hints, functions, streams);
    }

    public LocalFirehoseSettings withPort(int newPort) {
        return new LocalFirehoseSettings(warehouse, host, newPort, streamName, hints, functions, streams);
    }

    public LocalFirehoseSettings withStreamName(String newName) {
        return new LocalFirehoseSettings(warehouse, host, port, newName, hints, functions, streams);
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
                warehouse, host, port, streamName, new BufferingHints(sizeMiB, intervalSeconds), functions, streams);
    }

    /**
     * A function that streams can transform their records with, with a time-out of 60 s.
     *
     * @param name 1 to 64 of {@code a-z A-Z 0-9 - _}; another function of that name is replaced
     * @param factory makes the handler, from the endpoint of the local Firehose; called when the function is first needed, and again
     *     when an invocation timed out or two streams invoke it at a time, as Lambda starts a new environment then
     */
    public LocalFirehoseSettings withFunction(String name, Function<URI, RequestStreamHandler> factory) {
        return withFunction(name, factory, FunctionDefinition.DEFAULT_TIMEOUT);
    }

    /**
     * The same with another time-out.
     *
     * @param timeout of an invocation, 1 ms to 5 minutes
     */
    public LocalFirehoseSettings withFunction(
            String name, Function<URI, RequestStreamHandler> factory, Duration timeout) {
        List<FunctionDefinition> more = new ArrayList<>(functions);
        more.removeIf(function -> function.name().equals(name));
        more.add(new FunctionDefinition(name, factory, timeout));
        return new LocalFirehoseSettings(warehouse, host, port, streamName, hints, more, streams);
    }

    /**
     * A stream that exists from the start beside the default one; made, or changed to this if there is one of that name.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public LocalFirehoseSettings withStream(StreamSettings stream) {
        List<StreamSettings> more = new ArrayList<>(streams);
        more.add(stream);
        return new LocalFirehoseSettings(warehouse, host, port, streamName, hints, functions, more);
    }
}
