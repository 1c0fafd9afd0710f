package dev.hydrant.firehose.delivery;

import java.io.IOException;

/** A piece of work on what a spool holds; it may fail or die anywhere, and the next round does what is left. */
@FunctionalInterface
public interface Round {

    /**
     * Does one round; nothing when the spool is empty.
     *
     * @throws IOException when the round did not come to its end; nothing is lost by that
     */
    void once() throws IOException;
}
