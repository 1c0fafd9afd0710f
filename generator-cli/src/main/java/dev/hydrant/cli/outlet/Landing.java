package dev.hydrant.cli.outlet;

import org.jspecify.annotations.Nullable;

/**
 * What became of a run's records in the tables.
 *
 * @param rows rows that the run has added, or null when they can't be seen from here
 * @param refused records that did not fit the table and stand in the error output
 * @param trouble what keeps rows from landing, or null
 */
public record Landing(
        @Nullable Long rows, long refused, @Nullable String trouble) {

    /** The tables belong to somebody else. */
    public static final Landing UNSEEN = new Landing(null, 0, null);

    /** Whether as many rows landed as were acknowledged, or can't be seen. */
    public boolean complete(long acknowledged) {
        return trouble == null && (rows == null || rows == acknowledged);
    }
}
