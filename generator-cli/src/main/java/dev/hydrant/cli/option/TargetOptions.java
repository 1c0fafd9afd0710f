package dev.hydrant.cli.option;

import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.terraform.TerraformOutputs;
import dev.hydrant.cli.terraform.TerraformProgram;
import dev.hydrant.delivery.RetryPolicy;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Firehose records are sent to, and how hard it is tried. */
public final class TargetOptions {

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = UrlText.class,
            description =
                    "send to the Firehose that answers here; with only --stream, --region or --from-terraform, to AWS's "
                            + "own; with none of the four, to a local one that this command starts")
    private @Nullable URI endpoint;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            description = "delivery stream (default: sensors, ses or dynamodb, as the records are)")
    private @Nullable String stream;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS region (default: what the environment and the profile say)")
    private @Nullable String region;

    @Option(
            names = "--from-terraform",
            paramLabel = "DIR",
            description = "region and streams of the deployment that was applied in this folder")
    private @Nullable Path deployment;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "16",
            converter = InFlightText.class,
            description = "most requests under way at a time, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int inFlight;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "resend what failed for this long, then dead letters (default: ${DEFAULT-VALUE})")
    private Duration retryFor;

    private @Nullable TerraformOutputs outputs;

    /** Whether a Firehose was named; else it is to be a local one. */
    public boolean isRemote() {
        return endpoint != null || stream != null || region != null || deployment != null;
    }

    /** The delivery stream named, or null. */
    public @Nullable String stream() {
        return stream;
    }

    /**
     * The Firehose named, with the stream named or else the usual one; or the stream of the deployment that takes these records.
     *
     * @throws UsageError when the name can't be a stream's, or the deployment doesn't tell
     */
    public FirehoseTarget to(RecordKind kind, String usualStream) {
        if (deployment != null) {
            return deployed(deployment, kind);
        }
        try {
            return new FirehoseTarget(stream == null ? usualStream : stream, endpoint, region);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--" + e.getMessage(), e);
        }
    }

    private FirehoseTarget deployed(Path folder, RecordKind kind) {
        if (stream != null || region != null) {
            throw new UsageError(
                    "--from-terraform '%s' with --stream or --region: allowed is one or the other, for the deployment says both"
                            .formatted(folder));
        }
        if (outputs == null) {
            try {
                outputs = TerraformOutputs.read(folder, new TerraformProgram("terraform"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new FirehoseTarget(outputs.stream(kind.toString()), endpoint, outputs.region());
    }

    public int inFlight() {
        return inFlight;
    }

    /** The default pauses, within the time asked for. */
    public RetryPolicy retry() {
        RetryPolicy usual = RetryPolicy.DEFAULT;
        return new RetryPolicy(usual.first(), usual.longest(), retryFor, usual.firstContact());
    }
}
