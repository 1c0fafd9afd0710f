package dev.hydrant.cli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Where every record ended: {@code planned = generated + dropped} of a run that was not interrupted, {@code generated = acknowledged +
 * deadLettered + aborted} of every run.
 *
 * @param dropped not generated because it was late already, by choice
 * @param landed rows in the tables; only of a local Firehose
 */
public record RecordAccount(
        long planned,
        long generated,
        long acknowledged,
        long deadLettered,
        long aborted,
        long dropped,
        @Nullable Long landed) {

    /** Generated and not acknowledged. */
    @JsonIgnore
    public long lost() {
        return deadLettered + aborted;
    }

    /** Whether every generated record ended in exactly one place. */
    @JsonIgnore
    public boolean adds() {
        return generated == acknowledged + deadLettered + aborted;
    }
}
