package dev.hydrant.measure;

/**
 * Where every record ended, in exactly one place.
 *
 * @param generated made and handed over
 * @param acknowledged taken by the destination
 * @param deadLettered given up, kept in the dead letters
 * @param aborted given up, not kept
 */
public record Accounting(long generated, long acknowledged, long deadLettered, long aborted) {

    /** Whether generated = acknowledged + dead-lettered + aborted; at the end of a run a difference is a bug. */
    public boolean closed() {
        return generated == acknowledged + deadLettered + aborted;
    }

    /** Whether nothing but acknowledgements happened. */
    public boolean allAcknowledged() {
        return closed() && generated == acknowledged;
    }
}
