package dev.hydrant.lambda.transform;

import org.jspecify.annotations.Nullable;

/** What becomes of a record that a {@link Transform} takes; one that it does not take is {@link Malformed}. */
public sealed interface Transformed {

    /**
     * Deliver these bytes.
     *
     * @param route the table they go to, or null for the stream's own destination
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Ok(byte[] data, @Nullable Route route) implements Transformed {}

    /** Leave the record out on purpose. */
    record Dropped() implements Transformed {}
}
