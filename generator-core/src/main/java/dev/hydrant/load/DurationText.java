package dev.hydrant.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written everywhere: 500ms, 50s, 1.5m, 2h, 7d, and sums of them such as 1h30m. */
public final class DurationText {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
    /** What nanoseconds in a long hold. */
    private static final Duration LONGEST = Duration.ofDays(106_751);

    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is none, naming the text and what is allowed
     */
    public static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration: allowed a number and ms, s, m, h or d, such as 50s or 1h30m");
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            // Three digits after the point of any unit are whole microseconds.
            BigDecimal micros = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(micros(part.group(2))));
            if (micros.compareTo(BigDecimal.valueOf(LONGEST.toNanos() / 1_000)) > 0) {
                throw tooLong(text);
            }
            sum = sum.plus(Duration.of(micros.longValueExact(), ChronoUnit.MICROS));
        }
        if (sum.compareTo(LONGEST) > 0) {
            throw tooLong(text);
        }
        return sum;
    }

    private static IllegalArgumentException tooLong(String text) {
        return new IllegalArgumentException("'" + text + "' is too long: allowed up to " + LONGEST.toDays() + "d");
    }

    /** Whole microseconds as {@link #parse} reads them, in the largest units: {@code 1h30m}. */
    public static String of(Duration duration) {
        StringBuilder text = new StringBuilder();
        long left = duration.toNanos() / 1_000;
        for (String unit : UNITS) {
            long whole = left / micros(unit);
            if (unit.equals("ms")) {
                BigDecimal rest = BigDecimal.valueOf(left, 3);
                if (rest.signum() != 0 || text.isEmpty()) {
                    text.append(rest.stripTrailingZeros().toPlainString()).append(unit);
                }
            } else if (whole > 0) {
                text.append(whole).append(unit);
                left -= whole * micros(unit);
            }
        }
        return text.toString();
    }

    private static long micros(String unit) {
        return switch (unit) {
            case "ms" -> 1_000L;
            case "s" -> 1_000_000L;
            case "m" -> 60_000_000L;
            case "h" -> 3_600_000_000L;
            default -> 86_400_000_000L;
        };
    }
}
