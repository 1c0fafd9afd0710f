package dev.hydrant.firehose.spool;

/**
 * What stands in a spool and is not delivered yet.
 *
 * @param records how many
 * @param bytes of the records themselves
 * @param oldestMillis arrival of the oldest, milliseconds since the Unix epoch; {@link Long#MAX_VALUE} when there is none
 */
public record Backlog(long records, long bytes, long oldestMillis) {

    /** What stands in two spools. */
    public Backlog plus(Backlog other) {
        return new Backlog(records + other.records, bytes + other.bytes, Math.min(oldestMillis, other.oldestMillis));
    }
}
