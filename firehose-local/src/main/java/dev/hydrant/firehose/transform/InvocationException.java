package dev.hydrant.firehose.transform;

/** An invocation that came to no usable answer: Firehose repeats it, then fails its records with {@code Lambda.FunctionError}. */
final class InvocationException extends Exception {

    InvocationException(String message) {
        super(message, null, false, false);
    }
}
