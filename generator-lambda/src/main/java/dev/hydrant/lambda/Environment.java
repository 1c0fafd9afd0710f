package dev.hydrant.lambda;

import java.util.Map;

/**
 * The environment variables that configure a function. A value that is not allowed stops the first invocation with a
 * message that names the variable, the value and what is allowed.
 */
record Environment(Map<String, String> variables) {

    /** The variable as it stands, or {@code otherwise} when it is not set at all. */
    String text(String name, String otherwise) {
        return variables.getOrDefault(name, otherwise);
    }

    /** What to throw about a value of {@code name}. */
    static IllegalArgumentException wrong(String name, String value, String allowed) {
        return new IllegalArgumentException(name + " \"" + value + "\": allowed " + allowed);
    }
}
