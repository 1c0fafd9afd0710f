package dev.hydrant.cli.session;

import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.measure.RunMeter;
import java.io.IOException;
import java.util.Map;

/** Makes the records of a session. */
public interface Producer {

    /** Hands batches to {@code delivery} until there are no more, {@link #stop} was called, or delivery is hopeless. */
    void produce(Delivery delivery, RunMeter meter, RunClock clock) throws IOException, InterruptedException;

    /** Called from another thread: makes no further record. */
    void stop();

    /** Records in all. */
    long planned();

    /** How many of each type were made, once they are; empty where all are alike or types are not known. */
    default Map<String, Long> types() {
        return Map.of();
    }

    /** Records a second asked for at {@code elapsed} nanoseconds; 0 when as fast as they are taken. */
    double target(long elapsed);
}
