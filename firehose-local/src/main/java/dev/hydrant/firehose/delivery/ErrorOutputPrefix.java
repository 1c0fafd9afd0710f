package dev.hydrant.firehose.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String ERROR_TYPE = "firehose:error-output-type";
    private static final String RANDOM = "firehose:random-string";
    private static final String TIMESTAMP = "timestamp:";
    private static final Pattern EXPRESSION = Pattern.compile("!\\{([^}]*)}?");

    /**
     * Checks the prefix.
     *
     * @throws IllegalArgumentException when Firehose would refuse the prefix
     */
    public ErrorOutputPrefix {
        if (text.startsWith("/") || ("/" + text + "/").contains("/../")) {
            throw new IllegalArgumentException(
                    "ErrorOutputPrefix '%s': allowed is a key without a leading '/' and without '..'".formatted(text));
        }
        boolean expressions = false;
        boolean type = false;
        for (Matcher matcher = EXPRESSION.matcher(text); matcher.find(); ) {
            expressions = true;
            type |= matcher.group(1).equals(ERROR_TYPE);
            check(text, matcher);
        }
        if (expressions && !type) {
            throw new IllegalArgumentException(
                    "ErrorOutputPrefix '%s': a prefix with expressions must contain !{%s}".formatted(text, ERROR_TYPE));
        }
    }

    private static void check(String text, Matcher matcher) {
        String expression = matcher.group(1);
        boolean known = expression.equals(ERROR_TYPE) || expression.equals(RANDOM);
        if (!known && expression.startsWith(TIMESTAMP)) {
            try {
                known = !formatter(expression).format(Instant.EPOCH).isEmpty();
            } catch (IllegalArgumentException | DateTimeException e) {
                known = false;
            }
        }
        if (!known || !matcher.group().endsWith("}")) {
            throw new IllegalArgumentException(
                    "ErrorOutputPrefix '%s': expression %s: allowed are !{timestamp:PATTERN}, !{%s} and !{%s}"
                            .formatted(text, matcher.group(), ERROR_TYPE, RANDOM));
        }
    }

    /** The prefix of an object whose first record arrived at {@code time}. */
    String at(Instant time, String errorType, String random) {
        String whole = EXPRESSION.matcher(text).find() ? text : text + CONTINUATION;
        return EXPRESSION
                .matcher(whole)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case ERROR_TYPE -> errorType;
                            case RANDOM -> random;
                            default -> formatter(match.group(1)).format(time);
                        }));
    }

    private static DateTimeFormatter formatter(String expression) {
        return DateTimeFormatter.ofPattern(expression.substring(TIMESTAMP.length()), Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }
}
