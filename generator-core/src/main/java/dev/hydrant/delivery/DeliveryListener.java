package dev.hydrant.delivery;

/** Told what becomes of records, by the threads that deliver them. Every submitted record is settled once: acknowledged, dead-lettered or aborted. */
public interface DeliveryListener {

    /** A record was acknowledged that had been due at {@code due}. */
    void acknowledged(long due, int bytes);

    /** Records are about to be sent once more. */
    void retried(int records);

    /** Records were given up and stand in the dead letters. */
    void deadLettered(int records);

    /** Records were given up without a trace but this count: the run was told to leave at once, or even the dead letters could not be written. */
    void aborted(int records);
}
