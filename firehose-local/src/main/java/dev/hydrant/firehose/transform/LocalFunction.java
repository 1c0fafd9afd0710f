package dev.hydrant.firehose.transform;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A function as Lambda runs it: an instance serves one invocation at a time, is used again after a good or a failed one, and is given up
 * after a time-out.
 */
final class LocalFunction {

    private final FunctionDefinition definition;
    private final URI endpoint;
    private final FunctionLog log;
    private final Deque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();

    LocalFunction(FunctionDefinition definition, URI endpoint, Path log) {
        this.definition = definition;
        this.endpoint = endpoint;
        this.log = new FunctionLog(log);
    }

    /**
     * Invokes the function on a thread of its own.
     *
     * @param givenUp once it is complete the answer is not waited for any longer
     * @throws InvocationException when it threw, took too long or answered too much
     */
    byte[] invoke(byte[] event, String invocationId, String arn, CompletableFuture<Void> givenUp)
            throws InvocationException, StoppingException, InterruptedException {
        CompletableFuture<ResponseBuffer> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(event, invocationId, arn, answer), "lambda-" + definition.name());
        thread.setDaemon(true);
        thread.start();
        try {
            CompletableFuture.anyOf(answer, givenUp).get(definition.timeout().toNanos(), TimeUnit.NANOSECONDS);
            if (!answer.isDone()) {
                answer.cancel(false);
                thread.interrupt();
                throw new StoppingException();
            }
            return answer.get().toByteArray();
        } catch (TimeoutException e) {
            answer.cancel(false);
            thread.interrupt();
            note(invocationId, "timed out");
            throw new InvocationException("the function took longer than %.3f s"
                    .formatted(definition.timeout().toMillis() / 1e3));
        } catch (ExecutionException e) {
            note(invocationId, String.valueOf(e.getCause()));
            throw new InvocationException("the function failed: " + e.getCause());
        }
    }

    private void run(byte[] event, String invocationId, String arn, CompletableFuture<ResponseBuffer> answer) {
        try {
            @Nullable RequestStreamHandler used = idle.poll();
            RequestStreamHandler handler = used == null ? definition.factory().apply(endpoint) : used;
            ResponseBuffer response = new ResponseBuffer();
            long deadline = System.nanoTime() + definition.timeout().toNanos();
            InvocationContext context = new InvocationContext(invocationId, definition.name(), arn, log, deadline);
            try {
                handler.handleRequest(new ByteArrayInputStream(event), response, context);
            } finally {
                if (!answer.isDone()) {
                    idle.push(handler);
                }
            }
            answer.complete(response);
        } catch (Throwable e) {
            // Lambda reports whatever a function throws, errors of linking and of memory too.
            answer.completeExceptionally(e);
        }
    }

    private void note(String invocationId, String text) {
        log.log("%s %s%n".formatted(invocationId, text));
    }
}
