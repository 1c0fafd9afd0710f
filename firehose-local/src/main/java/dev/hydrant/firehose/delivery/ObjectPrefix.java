package dev.hydrant.firehose.delivery;

import java.time.Instant;
import java.util.Set;

/**
 * The prefix of delivered objects, with Firehose's expressions {@code !{timestamp:PATTERN}} and {@code !{firehose:random-string}}. One
 * without expressions is continued with {@value #CONTINUATION} (AWS documentation of custom prefixes for S3 objects).
 */
public record ObjectPrefix(String text) {

    /** What follows a prefix that says no time. */
    static final String CONTINUATION = "!{timestamp:yyyy/MM/dd/HH}/";

    /**
     * Checks the prefix.
     *
     * @throws IllegalArgumentException when Firehose would refuse the prefix
     */
    public ObjectPrefix {
        PrefixExpressions.check("Prefix", text, Set.of(PrefixExpressions.RANDOM));
    }

    public boolean hasExpressions() {
        return PrefixExpressions.anyIn(text);
    }

    /** The prefix of an object whose first record arrived at {@code time}. */
    String at(Instant time, String random) {
        return PrefixExpressions.evaluate(hasExpressions() ? text : text + CONTINUATION, time, expression -> random);
    }
}
