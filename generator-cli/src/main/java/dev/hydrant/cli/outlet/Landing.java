package dev.hydrant.cli.outlet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run's records at the far end.
 *
 * @param rows rows and lines that the run has added, or null when they can't be seen from here
 * @param places the same by table, {@code namespace.table}, or folder
 * @param dropped records that a transforming function left out on purpose
 * @param refused records that did not fit and stand in the error output
 * @param trouble what keeps rows from landing, or null
 */
public record Landing(
        @Nullable Long rows,
        Map<String, Long> places,
        long dropped,
        long refused,
        @Nullable String trouble) {

    /** The tables belong to somebody else. */
    public static final Landing UNSEEN = new Landing(null, Map.of(), 0, 0, null);

    /** Whether every acknowledged record is a row, a line or left out on purpose; true where it can't be seen. */
    public boolean complete(long acknowledged) {
        return trouble == null && refused == 0 && (rows == null || rows + dropped == acknowledged);
    }

    /** All streams of a run together; unseen as soon as one of them is. */
    public static Landing sum(List<Landing> parts) {
        Long rows = 0L;
        Map<String, Long> places = new TreeMap<>();
        long dropped = 0;
        long refused = 0;
        String trouble = null;
        for (Landing part : parts) {
            rows = rows == null || part.rows == null ? null : Long.valueOf(rows + part.rows);
            part.places.forEach((place, count) -> places.merge(place, count, Long::sum));
            dropped += part.dropped;
            refused += part.refused;
            trouble = part.trouble == null ? trouble : Objects.requireNonNullElse(trouble, part.trouble);
        }
        return new Landing(rows, places, dropped, refused, trouble);
    }
}
