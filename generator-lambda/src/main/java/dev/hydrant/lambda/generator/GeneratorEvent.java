package dev.hydrant.lambda.generator;

import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the generator is invoked with: an event of an EventBridge rule, or an input of EventBridge Scheduler.
 *
 * <pre>
 *   {"time":"2026-11-21T10:00:00Z", …}
 *   {"time":"&lt;aws.scheduler.scheduled-time&gt;","shard":3,"shards":10}
 * </pre>
 *
 * @param time when the invocation was scheduled, which a repetition of it repeats; decides which records are made
 * @param settings that come before the environment's, as text: stream, records, rate, seconds, seed, shard, shards
 */
public record GeneratorEvent(Instant time, Map<String, String> settings) {

    private static final Set<String> SETTINGS =
            Set.of("stream", "records", "rate", "seconds", "seed", "shard", "shards");

    /** Event times are whole seconds of ten digits, within what nanoseconds of 63 bits can tell. */
    private static final Instant FIRST = Instant.parse("2001-09-09T01:47:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Reads it; what it says besides is skipped.
     *
     * @throws IllegalArgumentException when it has no time, or not one that is allowed
     */
    public static GeneratorEvent read(byte[] json) {
        Map<String, @Nullable Object> event;
        try {
            event = Json.object(json);
        } catch (Malformed e) {
            throw new IllegalArgumentException("event: " + e.getMessage(), e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : SETTINGS) {
            Object value = event.get(name);
            if (value != null) {
                settings.put(name, value instanceof String text ? text : Json.text(value));
            }
        }
        return new GeneratorEvent(time(event.get("time")), settings);
    }

    private static Instant time(@Nullable Object value) {
        String allowed = "a time such as 2026-11-21T10:00:00Z, from " + FIRST + " to " + LAST
                + "; EventBridge sends the scheduled one, Scheduler where the input says <aws.scheduler.scheduled-time>";
        if (value instanceof String text) {
            try {
                Instant time = Instant.parse(text);
                if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                    return time;
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("event: time \"" + text + "\": allowed " + allowed, e);
            }
        }
        throw new IllegalArgumentException(
                value == null
                        ? "event: time missing: allowed " + allowed
                        : "event: time " + Json.text(value) + ": allowed " + allowed);
    }
}
