package dev.hydrant.benchmarks.delivery;

import dev.hydrant.firehose.NullFirehose;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A {@link NullFirehose} in a process of its own, so that it takes nothing from a contender's. */
public final class DoNothingEndpoint {

    private DoNothingEndpoint() {}

    /** Prints its URL, then serves until the process is ended. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (NullFirehose firehose = NullFirehose.start()) {
            System.out.println(firehose.endpoint());
            new CountDownLatch(1).await();
        }
    }
}
