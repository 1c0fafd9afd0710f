package dev.hydrant.clock;

/** Nanoseconds since a run started, and waiting for more of them to pass. */
public interface RunClock {

    /** Nanoseconds since the start; never goes back. */
    long elapsed();

    /** Waits up to {@code nanos}; may return early, also when the waiting thread is unparked or interrupted. */
    void park(long nanos);
}
