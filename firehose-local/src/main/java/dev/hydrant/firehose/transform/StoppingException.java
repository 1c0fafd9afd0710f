package dev.hydrant.firehose.transform;

import java.io.IOException;

/** An invocation given up because the stream is closing; its records will be transformed after the next start. */
public final class StoppingException extends IOException {

    StoppingException() {
        super("the stream is closing");
    }
}
