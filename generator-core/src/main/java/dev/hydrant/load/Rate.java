package dev.hydrant.load;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records a second, a minute or an hour, as it was written: 0, or 0.000001/s to 10,000,000/s, with at most six digits after
 * the point.
 *
 * <p>All such rates are whole numbers of {@link #grains grains} a nanosecond, which makes every sum of them exact.
 *
 * @param value how many records
 * @param unit in which time
 */
public record Rate(BigDecimal value, Unit unit) {

    /** The time a rate is counted by. */
    public enum Unit {
        SECOND("/s", 3600),
        MINUTE("/m", 60),
        HOUR("/h", 1);

        private final String sign;
        private final long perHour;

        Unit(String sign, long perHour) {
            this.sign = sign;
            this.perHour = perHour;
        }
    }

    /** No record at all. */
    public static final Rate ZERO = perSecond(BigDecimal.ZERO);

    /**
     * Grains in a record: 2 for the half in a ramp's integral, 10^6 for the digits after the point, 3600 10^9 nanoseconds in
     * an hour.
     */
    static final long RECORD = 7_200_000_000_000_000_000L;

    private static final int SCALE = 6;
    private static final long MIN = 3600;
    private static final long MAX = 36_000_000_000_000_000L;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)(/[smh])?");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when it is out of range or has more digits than allowed
     */
    public Rate {
        String given = value.toPlainString() + unit.sign;
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > SCALE) {
            throw notARate(given);
        }
        BigDecimal millionthsAnHour = value.movePointRight(SCALE).multiply(BigDecimal.valueOf(unit.perHour));
        boolean small = millionthsAnHour.compareTo(BigDecimal.valueOf(MIN)) < 0;
        if ((small && value.signum() != 0) || millionthsAnHour.compareTo(BigDecimal.valueOf(MAX)) > 0) {
            throw notARate(given);
        }
    }

    /**
     * So many records a second.
     *
     * @throws IllegalArgumentException when it is out of range or has more digits than allowed
     */
    public static Rate perSecond(BigDecimal value) {
        return new Rate(value, Unit.SECOND);
    }

    /**
     * Reads a rate such as {@code 200/s}, {@code 0.5/m}, {@code 90/h}, or {@code 200} for records a second.
     *
     * @throws IllegalArgumentException when it is none, naming the text and what is allowed
     */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw notARate(text);
        }
        String sign = Optional.ofNullable(matcher.group(2)).orElse(Unit.SECOND.sign);
        Unit unit = Arrays.stream(Unit.values())
                .filter(one -> one.sign.equals(sign))
                .findFirst()
                .orElseThrow();
        return new Rate(new BigDecimal(matcher.group(1)), unit);
    }

    /** Records a second, to the precision of a double. */
    public double perSecond() {
        return grains() / (RECORD / 1e9);
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Grains a nanosecond: an even number up to 7.2 10^16. */
    long grains() {
        return 2 * value.movePointRight(SCALE).longValueExact() * unit.perHour;
    }

    /** The rate as {@link #parse} reads it. */
    @Override
    public String toString() {
        return value.toPlainString() + unit.sign;
    }

    private static IllegalArgumentException notARate(String given) {
        return new IllegalArgumentException(
                "'" + given + "' is not a rate: allowed 0, or 0.000001/s to 10000000/s, at most " + SCALE
                        + " digits after the point, by /s, /m or /h, such as 200/s or 0.5/m");
    }
}
