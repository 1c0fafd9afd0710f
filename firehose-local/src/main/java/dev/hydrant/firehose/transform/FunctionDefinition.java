package dev.hydrant.firehose.transform;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * A function that streams can transform their records with.
 *
 * @param name 1 to 64 of {@code a-z A-Z 0-9 - _} (AWS documentation of CreateFunction)
 * @param factory makes the handler, from the endpoint of the local Firehose; called when the function is first needed, and again after a
 *     time-out, as Lambda starts a new environment then
 * @param timeout of an invocation, 1 ms to 5 minutes (AWS documentation of Firehose's data transformation)
 */
public record FunctionDefinition(String name, Function<URI, RequestStreamHandler> factory, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    public static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

    public FunctionDefinition {
        if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "function '%s': allowed are 1 to 64 characters of a-z A-Z 0-9 - _".formatted(name));
        }
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("function %s: time-out %s: allowed are 1 ms to %d s"
                    .formatted(name, timeout, LONGEST_TIMEOUT.toSeconds()));
        }
    }
}
