package dev.hydrant.cli.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.measure.Quantiles;
import java.util.Map;

/** A snapshot as one line of JSON: type progress while a run goes on, summary at its end. Times are milliseconds unless named otherwise. */
public final class RunJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** The snapshot and, behind it, what {@code more} adds: names to strings, numbers or booleans. */
    public static String of(String type, Snapshot now, Map<String, Object> more) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("type", type);
        json.put("generated", now.accounting().generated());
        json.put("acknowledged", now.accounting().acknowledged());
        json.put("deadLettered", now.accounting().deadLettered());
        json.put("aborted", now.accounting().aborted());
        json.put("landed", now.landing().rows());
        json.put("refused", now.landing().refused());
        json.put("seconds", round(now.seconds()));
        json.put("rate", round(now.rate()));
        json.put("targetRate", now.target());
        json.set("latency", quantiles(now.response()));
        json.set("lateness", quantiles(now.lateness()));
        json.put("inFlight", now.inFlight());
        json.put("retries", now.retries());
        json.put("bytes", now.bytes());
        more.forEach((name, value) -> json.set(name, MAPPER.valueToTree(value)));
        return json.toString();
    }

    private static ObjectNode quantiles(Quantiles of) {
        return MAPPER.createObjectNode()
                .put("p50", round(of.p50()))
                .put("p99", round(of.p99()))
                .put("max", round(of.max()));
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
