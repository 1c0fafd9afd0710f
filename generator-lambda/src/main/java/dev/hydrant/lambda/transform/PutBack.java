package dev.hydrant.lambda.transform;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/**
 * Puts original records back into their stream, from where they come again in a later batch.
 *
 * <p>What the stream refuses is sent again, and nothing else, after a backoff that all calls of a round share. A stream
 * whose source is not Direct PUT takes no records back: all of them are refused, at once. A call that times out may have
 * put its records in; they then arrive twice, as Firehose delivers at least once.
 *
 * @param client for a stream, asked for only when a record must go back; without retries of its own, they would multiply
 * @param backoff how often, and how far apart
 */
public record PutBack(Function<String, FirehoseClient> client, Backoff backoff, Pause pause) {

    /** Time that is left for the answer when trying again stops. */
    private static final long MARGIN_MILLIS = 2_000;

    /**
     * What could not be put back.
     *
     * @param positions in the list that was given
     * @param reason of the last refusal; null when there is none
     */
    public record Refused(List<Integer> positions, @Nullable String reason) {}

    /** Opens the client for {@code stream} ahead of its need, without a call. */
    public void open(String stream) {
        FirehoseClient unused = client.apply(stream);
    }

    /**
     * Puts all of {@code records} back, as far as the stream takes them.
     *
     * @param remainingMillis what is left of the invocation; close to its end nothing is tried again
     */
    public Refused put(String stream, List<byte[]> records, LongSupplier remainingMillis) {
        PutBackRounds rounds = new PutBackRounds(client.apply(stream), stream, records);
        List<Integer> waiting = IntStream.range(0, records.size()).boxed().toList();
        for (int n = 0; n < backoff.attempts() && !waiting.isEmpty() && !rounds.rejected(); n++) {
            long wait = backoff.before(n);
            if (n > 0 && (remainingMillis.getAsLong() - wait < MARGIN_MILLIS || !waited(wait))) {
                break;
            }
            waiting = rounds.send(waiting);
        }
        return new Refused(waiting, waiting.isEmpty() ? null : rounds.reason());
    }

    private boolean waited(long millis) {
        try {
            pause.millis(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
