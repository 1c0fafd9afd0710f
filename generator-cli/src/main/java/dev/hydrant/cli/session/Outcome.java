package dev.hydrant.cli.session;

import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.progress.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a session ended.
 *
 * @param end all streams together
 * @param streams each of them
 * @param left whether a second Ctrl-C ended it
 */
public record Outcome(Snapshot end, List<Stream> streams, boolean left) {

    /**
     * How one stream ended.
     *
     * @param arrivals what was made, by type; empty where all records are alike
     * @param hopeless why it was given up before its end, or null
     * @param failure why the last of its records that could not be delivered was not, or null
     * @param deadLetters the file, which is there when there are any
     */
    public record Stream(
            String name,
            Snapshot end,
            List<Arrival> arrivals,
            @Nullable String hopeless,
            @Nullable String failure,
            Path deadLetters) {

        /** The first thing that went wrong, or null. */
        @Nullable
        String trouble() {
            if (hopeless != null) {
                return "given up: " + hopeless;
            }
            if (hasDeadLetters()) {
                return "not all was delivered: " + failure;
            }
            return end.landing().trouble() == null ? misplaced() : end.landing().trouble();
        }

        /** What is not where it belongs, told only when as much has landed as was acknowledged; null when there is none. */
        private @Nullable String misplaced() {
            return end.landing().complete(end.accounting().acknowledged())
                    ? arrivals.stream()
                            .filter(arrival -> !arrival.complete(end.landing()))
                            .map(arrival -> arrival.describe(end.landing()))
                            .findFirst()
                            .orElse(null)
                    : null;
        }

        boolean done() {
            return hopeless == null
                    && end.accounting().allAcknowledged()
                    && end.landing().complete(end.accounting().acknowledged())
                    && arrivals.stream().allMatch(arrival -> arrival.complete(end.landing()));
        }

        /** Whether the file of dead letters holds any of this session. */
        public boolean hasDeadLetters() {
            return end.accounting().deadLettered() > 0;
        }
    }

    /** What went wrong, a line for each stream where something did, the same only once. */
    public List<String> troubles() {
        return streams.stream()
                .map(Stream::trouble)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** {@link ExitCode#DONE} when all that was made is delivered and, where it can be seen, has landed. */
    public int exitCode() {
        return !left && streams.stream().allMatch(Stream::done) ? ExitCode.DONE : ExitCode.NOT_DONE;
    }
}
