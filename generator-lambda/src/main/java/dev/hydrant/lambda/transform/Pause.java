package dev.hydrant.lambda.transform;

/** Waiting, handed in so that tests need not. */
@FunctionalInterface
public interface Pause {

    /** Waits {@code millis}, from 0. */
    void millis(long millis) throws InterruptedException;
}
