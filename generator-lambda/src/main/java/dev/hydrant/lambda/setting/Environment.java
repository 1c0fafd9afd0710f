package dev.hydrant.lambda.setting;

import java.util.Locale;
import java.util.Map;

/**
 * The settings of a function: its environment variables, and for the generator what the event says instead.
 *
 * @param variables by name
 * @param event by the names' last parts in lower case, {@code rate} for {@code HYDRANT_RATE}; they come first
 */
public record Environment(Map<String, String> variables, Map<String, String> event) {

    private static final String PREFIX = "HYDRANT_";

    public Environment(Map<String, String> variables) {
        this(variables, Map.of());
    }

    /** The setting as it stands, or {@code otherwise} when there is none; an empty one is one. */
    public Setting setting(String name, String otherwise) {
        String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        String given = event.get(key);
        return given == null
                ? new Setting(name, variables.getOrDefault(name, otherwise))
                : new Setting(name + " (" + key + " in the event)", given);
    }
}
