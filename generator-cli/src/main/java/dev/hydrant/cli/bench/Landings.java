package dev.hydrant.cli.bench;

import dev.hydrant.cli.outlet.Landing;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether what was acknowledged between two looks at a stream's landing has become rows. */
final class Landings {

    private Landings() {}

    /** In words, what is missing; null when nothing is, or nobody can see it from here. */
    static @Nullable String missing(Landing before, Landing after, long acknowledged) {
        Long rows = after.rows();
        if (rows == null) {
            return null;
        }
        long landed = rows + after.dropped() - Objects.requireNonNullElse(before.rows(), 0L) - before.dropped();
        long refused = after.refused() - before.refused();
        if (landed == acknowledged && refused == 0 && after.trouble() == null) {
            return null;
        }
        return String.format(Locale.ROOT, "%,d of %,d records did", landed, acknowledged)
                + (refused == 0 ? "" : String.format(Locale.ROOT, ", %,d stand in the error output", refused))
                + (after.trouble() == null ? "" : ", " + after.trouble());
    }
}
