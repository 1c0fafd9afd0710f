package dev.hydrant.firehose.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expressions {@code !{namespace:value}} in the prefixes of S3 objects (AWS documentation of custom prefixes for S3 objects); times
 * are UTC, their patterns Java's.
 */
final class PrefixExpressions {

    static final String ERROR_TYPE = "firehose:error-output-type";
    static final String RANDOM = "firehose:random-string";
    static final String TIMESTAMP = "timestamp:";

    private static final Pattern EXPRESSION = Pattern.compile("!\\{([^}]*)}?");

    private PrefixExpressions() {}

    static boolean anyIn(String text) {
        return EXPRESSION.matcher(text).find();
    }

    /**
     * Checks a prefix.
     *
     * @param allowed expressions beside those of time
     * @return those of them that the prefix holds
     * @throws IllegalArgumentException when Firehose would refuse the prefix
     */
    static Set<String> check(String member, String text, Set<String> allowed) {
        if (text.startsWith("/") || ("/" + text + "/").contains("/../")) {
            throw new IllegalArgumentException(
                    "%s '%s': allowed is a key without a leading '/' and without '..'".formatted(member, text));
        }
        Set<String> found = new HashSet<>();
        for (Matcher matcher = EXPRESSION.matcher(text); matcher.find(); ) {
            String expression = matcher.group(1);
            boolean known = allowed.contains(expression) || isTime(expression);
            if (!known || !matcher.group().endsWith("}")) {
                throw new IllegalArgumentException("%s '%s': expression %s: allowed are %s"
                        .formatted(member, text, matcher.group(), named(allowed)));
            }
            found.add(expression);
        }
        found.retainAll(allowed);
        return found;
    }

    /** Replaces the expressions; {@code others} gives the values of those that are not of time. */
    static String evaluate(String text, Instant time, UnaryOperator<String> others) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).startsWith(TIMESTAMP)
                                ? formatter(match.group(1)).format(time)
                                : others.apply(match.group(1))));
    }

    private static String named(Set<String> allowed) {
        return Stream.concat(Stream.of("timestamp:PATTERN"), allowed.stream().sorted())
                .map(expression -> "!{" + expression + "}")
                .collect(Collectors.joining(", "));
    }

    private static boolean isTime(String expression) {
        try {
            return expression.startsWith(TIMESTAMP)
                    && !formatter(expression).format(Instant.EPOCH).isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String expression) {
        return DateTimeFormatter.ofPattern(expression.substring(TIMESTAMP.length()), Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }
}
