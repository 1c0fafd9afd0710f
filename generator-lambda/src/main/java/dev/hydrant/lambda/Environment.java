package dev.hydrant.lambda;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a function: its environment variables, and for the generator what the event says instead. A value that
 * is not allowed stops the first invocation with a message that names the variable, the value and what is allowed.
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

    /** One setting, and how to reject it. */
    public record Setting(String name, String value) {

        /** What to throw about the value. */
        public IllegalArgumentException wrong(String allowed) {
            return new IllegalArgumentException(name + " \"" + value + "\": allowed " + allowed);
        }

        /** A whole number within bounds. */
        public long whole(long from, long to) {
            if (value.matches("[-+]?[0-9]{1,19}")) {
                BigInteger number = new BigInteger(value);
                if (number.compareTo(BigInteger.valueOf(from)) >= 0 && number.compareTo(BigInteger.valueOf(to)) <= 0) {
                    return number.longValue();
                }
            }
            throw wrong("whole numbers from " + from + " to " + to);
        }
    }
}
