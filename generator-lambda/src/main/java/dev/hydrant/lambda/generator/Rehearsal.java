package dev.hydrant.lambda.generator;

import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.scenario.Shard;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * A second of the generator's work on nothing but this machine: records, batches, requests, signatures, answers, the
 * report. Whatever this loads and compiles need not be loaded again after a start from a snapshot.
 */
public final class Rehearsal {

    private static final Instant MINUTE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MILLIS = 20_000;

    private Rehearsal() {}

    /** Rehearses with records of the kind that {@code settings} say. */
    public static void of(GeneratorSettings settings) throws InterruptedException {
        GeneratorSettings second = new GeneratorSettings(
                settings.stream(), settings.records(), ConstantRate.parse("1000"), 1, settings.seed(), Shard.WHOLE);
        // On loopback the credentials may be anything, so none are asked for.
        FirehoseTarget nobody = new FirehoseTarget(settings.stream(), URI.create("http://127.0.0.1"), "us-east-1");
        tls();
        String unused = new MinuteRun(second, new Sources().of(second), InstantSource.system(), line -> {})
                .run(
                        MINUTE,
                        new FirehoseDestination(
                                FirehoseClients.open(nobody, AcceptingHttpClient.builder()), settings.stream()),
                        MILLIS)
                .toJson(0);
    }

    /** Reads the trusted certificates, which takes longer than the first connection itself. */
    private static void tls() {
        try {
            Objects.requireNonNull(SSLContext.getDefault().getSocketFactory());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
