package dev.hydrant.measure;

import dev.hydrant.delivery.DeliveryListener;

/** Told of every record of a run, from the moment it is made. Times are nanoseconds after the start. */
public interface RunListener extends DeliveryListener {

    /** A record was made at {@code now} that had been due at {@code due}. */
    void generated(long due, long now);

    /** Records were left out because it was too late for them, as the plan asks. */
    default void dropped(long records) {}
}
