package dev.hydrant.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.lambda.transform.Backoff;
import dev.hydrant.lambda.transform.PutBack;
import dev.hydrant.lambda.transform.Transform;
import dev.hydrant.lambda.transform.TransformFunction;
import dev.hydrant.lambda.transform.TransformLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/**
 * What the transforming functions share as handlers: the configuration is read at the first invocation, which a wrong value
 * stops, and a SnapStart snapshot has everything loaded.
 */
abstract class TransformHandler implements RequestStreamHandler, Resource {

    private final PutBack putBack;
    private @Nullable Transform transform;

    TransformHandler(PutBack putBack) {
        this.putBack = putBack;
    }

    /** Puts back over the SDK's own settings: region, credentials, {@code AWS_ENDPOINT_URL_FIREHOSE}. */
    static PutBack putBackOnLambda() {
        Map<String, FirehoseClient> clients = new ConcurrentHashMap<>();
        return new PutBack(
                stream -> clients.computeIfAbsent(
                        stream,
                        name -> FirehoseClients.open(
                                new FirehoseTarget(name, null, null), UrlConnectionHttpClient.builder())),
                Backoff.blueprint(bound -> ThreadLocalRandom.current().nextLong(bound + 1)),
                Thread::sleep);
    }

    /** @throws IllegalArgumentException when a variable has a value that is not allowed */
    abstract Transform transform();

    /** A record that the transform takes when it is configured by default. */
    abstract String sample();

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        TransformLog log = new TransformLog(
                getClass().getSimpleName(), line -> context.getLogger().log(line + "\n"));
        new TransformFunction(configured(), putBack).invoke(input, output, context::getRemainingTimeInMillis, log);
    }

    private Transform configured() {
        Transform ready = transform;
        if (ready == null) {
            ready = transform();
            transform = ready;
        }
        return ready;
    }

    /** To be called once by the constructor that Lambda uses. */
    final void register() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        String data = Base64.getEncoder().encodeToString(sample().getBytes(StandardCharsets.UTF_8));
        String event = "{\"records\":[{\"recordId\":\"0\",\"data\":\"" + data + "\"}]}";
        new TransformFunction(configured(), putBack)
                .invoke(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        () -> Long.MAX_VALUE,
                        new TransformLog("snapshot", line -> {}));
        putBack.open("snapshot");
    }

    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {
        // The snapshot holds no connection, no credentials and no random numbers: nothing is to be made anew.
    }
}
