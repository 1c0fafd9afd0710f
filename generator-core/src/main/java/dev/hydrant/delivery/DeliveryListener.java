package dev.hydrant.delivery;

/**
 * Told what becomes of records, by the threads that deliver them. Every submitted record is settled once: acknowledged,
 * dead-lettered or aborted. Times are nanoseconds after the start.
 */
public interface DeliveryListener {

    /** A record that had been due at {@code due} goes out in its first call, which begins at {@code now}. */
    default void sent(long due, long now) {}

    /** A call begins, a record's first or a later one. */
    default void called() {}

    /** A record was acknowledged at {@code now} that had been due at {@code due} and whose first call began at {@code sent}. */
    void acknowledged(long due, long sent, long now, int bytes);

    /** A call did not take these records because the stream has no room for them at the moment. */
    default void throttled(int records) {}

    /** Records are about to be sent once more. */
    void retried(int records);

    /** Records were given up and stand in the dead letters. */
    void deadLettered(int records);

    /** Records were given up without a trace but this count: the run was told to leave at once, or even the dead letters could not be written. */
    void aborted(int records);
}
