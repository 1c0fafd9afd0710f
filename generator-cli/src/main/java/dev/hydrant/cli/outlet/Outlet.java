package dev.hydrant.cli.outlet;

import dev.hydrant.delivery.Destination;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Where the records of a run go, with what there is to know about the far end. */
public interface Outlet extends Closeable {

    /** Sends the batches; closed by whoever delivers through it. */
    Destination destination();

    /** In words for a person, such as {@code sensors at http://127.0.0.1:4573}. */
    String name();

    /** What became of the rows in the tables, or {@link Landing#UNSEEN} where this program can't look. */
    Landing landing();

    /** Where in {@link Landing#places} records of a type end, or null where that can't be said. */
    default @Nullable String placeOf(String type) {
        return null;
    }

    /** Waits until all that was acknowledged has become rows, as far as that can be seen here. */
    void settle() throws InterruptedException;
}
