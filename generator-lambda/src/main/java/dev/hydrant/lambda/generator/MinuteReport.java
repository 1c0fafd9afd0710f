package dev.hydrant.lambda.generator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hydrant.measure.Accounting;
import dev.hydrant.measure.Quantiles;
import dev.hydrant.measure.RunMeter;
import dev.hydrant.run.RunPlan;
import dev.hydrant.scenario.Shard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of an invocation ended.
 *
 * @param from first index of the minute, of all shards
 * @param to index after its last
 * @param planned records of this shard
 * @param retried how often a record was sent again
 * @param bytes of the acknowledged records
 * @param nanos how long it took
 * @param reason why it was given up before its end, or null
 */
public record MinuteReport(
        GeneratorSettings settings,
        Instant minute,
        long from,
        long to,
        long planned,
        Accounting accounting,
        long retried,
        long bytes,
        long nanos,
        Quantiles lateness,
        Quantiles response,
        @Nullable String reason) {

    private static final JsonFactory JSON = new JsonFactory();

    static MinuteReport of(
            GeneratorSettings settings, RunPlan plan, RunMeter meter, long nanos, @Nullable String reason) {
        return new MinuteReport(
                settings,
                Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(plan.start())),
                plan.from(),
                plan.to(),
                share(plan),
                meter.accounting(),
                meter.retries(),
                meter.bytes(),
                nanos,
                meter.lateness(),
                meter.response(),
                reason);
    }

    private static long share(RunPlan plan) {
        Shard shard = plan.shard();
        long first = shard.ceiling(plan.from());
        return first >= plan.to() ? 0 : (plan.to() - first - 1) / shard.of() + 1;
    }

    /** Records that were due and not made, for lack of time or because it was hopeless. */
    public long left() {
        return planned - accounting.generated();
    }

    /** Whether there were records to send and none of them arrived. */
    public boolean nothingSent() {
        return planned > 0 && accounting.acknowledged() == 0;
    }

    /**
     * One line of JSON: the accounting, and CloudWatch's embedded metric format, from which CloudWatch Logs makes the
     * metrics Generated, Acknowledged, Retried and DeadLettered of the namespace Hydrant, by DeliveryStreamName.
     *
     * @param now epoch milliseconds
     */
    public String toJson(long now) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            embeddedMetrics(json, now);
            json.writeStringField("DeliveryStreamName", settings.stream());
            json.writeNumberField("Generated", accounting.generated());
            json.writeNumberField("Acknowledged", accounting.acknowledged());
            json.writeNumberField("Retried", retried);
            json.writeNumberField("DeadLettered", accounting.deadLettered());
            json.writeNumberField("aborted", accounting.aborted());
            json.writeNumberField("planned", planned);
            json.writeNumberField("left", left());
            json.writeStringField("minute", minute.toString());
            json.writeNumberField("from", from);
            json.writeNumberField("to", to);
            json.writeNumberField("shard", settings.shard().number());
            json.writeNumberField("shards", settings.shard().of());
            json.writeStringField("records", settings.records().toString());
            json.writeNumberField("seed", settings.seed());
            json.writeStringField("rate", settings.rate().toString());
            json.writeNumberField("bytes", bytes);
            json.writeNumberField("seconds", TimeUnit.NANOSECONDS.toMillis(nanos) / 1e3);
            quantiles(json, "lateness", lateness);
            quantiles(json, "latency", response);
            if (reason != null) {
                json.writeStringField("reason", reason);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A StringWriter does not fail.
        }
        return line.toString();
    }

    /** CloudWatch documentation, "Embedded metric format specification". */
    private static void embeddedMetrics(JsonGenerator json, long now) throws IOException {
        json.writeFieldName("_aws");
        json.writeRawValue("{\"Timestamp\":" + now + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Hydrant\","
                + "\"Dimensions\":[[\"DeliveryStreamName\"]],\"Metrics\":["
                + "{\"Name\":\"Generated\",\"Unit\":\"Count\"},{\"Name\":\"Acknowledged\",\"Unit\":\"Count\"},"
                + "{\"Name\":\"Retried\",\"Unit\":\"Count\"},{\"Name\":\"DeadLettered\",\"Unit\":\"Count\"}]}]}");
    }

    private static void quantiles(JsonGenerator json, String name, Quantiles millis) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("p50", millis.p50());
        json.writeNumberField("p99", millis.p99());
        json.writeNumberField("max", millis.max());
        json.writeEndObject();
    }
}
