package dev.hydrant.cli.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.measure.Quantiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot as one line of JSON: type progress while a run goes on, summary at its end. Times are milliseconds unless named otherwise. */
public final class RunJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** The snapshot and, behind it, what {@code more} adds: names to strings, numbers, booleans, lists or maps of these. */
    public static String of(String type, Snapshot now, Map<String, Object> more) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.putAll(describe(now));
        json.putAll(more);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be told in JSON: " + more, e);
        }
    }

    /** What a snapshot says, by name. */
    public static Map<String, @Nullable Object> describe(Snapshot now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("generated", now.accounting().generated());
        json.put("acknowledged", now.accounting().acknowledged());
        json.put("deadLettered", now.accounting().deadLettered());
        json.put("aborted", now.accounting().aborted());
        json.put("landed", now.landing().rows());
        json.put("places", now.landing().places());
        json.put("dropped", now.landing().dropped());
        json.put("refused", now.landing().refused());
        json.put("seconds", round(now.seconds()));
        json.put("rate", round(now.rate()));
        json.put("targetRate", now.target());
        json.put("latency", quantiles(now.response()));
        json.put("lateness", quantiles(now.lateness()));
        json.put("inFlight", now.inFlight());
        json.put("retries", now.retries());
        json.put("bytes", now.bytes());
        return json;
    }

    private static Map<String, Double> quantiles(Quantiles of) {
        Map<String, Double> json = new LinkedHashMap<>();
        json.put("p50", round(of.p50()));
        json.put("p99", round(of.p99()));
        json.put("max", round(of.max()));
        return json;
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
