package dev.hydrant.firehose.delivery;

import java.time.Instant;
import java.util.Set;

/**
 * An error output prefix with Firehose's expressions: {@code !{timestamp:PATTERN}} (a Java DateTimeFormatter pattern, UTC),
 * {@code !{firehose:error-output-type}} and {@code !{firehose:random-string}} (11 characters). A prefix that holds any expression
 * must hold {@code !{firehose:error-output-type}} (AWS documentation of custom prefixes for S3 objects).
 *
 * <p>Ours: a prefix without expressions is continued with {@value #CONTINUATION}; so is an absent one, being empty.
 */
public record ErrorOutputPrefix(String text) {

    /** What follows a prefix that says neither type nor time. */
    static final String CONTINUATION = "!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/";

    /**
     * Checks the prefix.
     *
     * @throws IllegalArgumentException when Firehose would refuse the prefix
     */
    public ErrorOutputPrefix {
        Set<String> found = PrefixExpressions.check(
                "ErrorOutputPrefix", text, Set.of(PrefixExpressions.ERROR_TYPE, PrefixExpressions.RANDOM));
        if (PrefixExpressions.anyIn(text) && !found.contains(PrefixExpressions.ERROR_TYPE)) {
            throw new IllegalArgumentException("ErrorOutputPrefix '%s': a prefix with expressions must contain !{%s}"
                    .formatted(text, PrefixExpressions.ERROR_TYPE));
        }
    }

    /** The prefix of an object whose first record arrived at {@code time}. */
    String at(Instant time, String errorType, String random) {
        String whole = PrefixExpressions.anyIn(text) ? text : text + CONTINUATION;
        return PrefixExpressions.evaluate(
                whole, time, expression -> expression.equals(PrefixExpressions.ERROR_TYPE) ? errorType : random);
    }
}
