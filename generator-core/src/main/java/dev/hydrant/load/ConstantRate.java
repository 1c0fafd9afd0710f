package dev.hydrant.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same rate all the time, exact: record i is due at {@code i / rate}, computed in whole numbers from i itself, so no
 * rounding adds up.
 *
 * <pre>
 *   rate = n / d  records a nanosecond, in lowest terms
 *   due(i)   = floor(i d / n)
 *   count(t) = ceil(t n / d)     the first i with i d / n &gt;= t
 * </pre>
 *
 * Rates run from 0.000001 to 10,000,000 records a second with at most nine significant digits and nine after the point,
 * so that {@code n < 10^9} and {@code d <= 10^18}.
 */
public final class ConstantRate implements LoadProfile {

    private static final BigDecimal MIN = new BigDecimal("0.000001");
    private static final BigDecimal MAX = new BigDecimal("10000000");
    private static final int MAX_DIGITS = 9;
    private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:/s)?");

    private final BigDecimal perSecond;
    private final long n;
    private final long d;
    /** d = whole n + part: the interval between records, in nanoseconds, and what is left of it in n-ths. */
    private final long whole;

    private final long part;

    /**
     * @param perSecond records a second
     * @throws IllegalArgumentException when it is out of range or has more digits than allowed
     */
    public ConstantRate(BigDecimal perSecond) {
        this(perSecond, perSecond.toString());
    }

    private ConstantRate(BigDecimal value, String given) {
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            throw notARate(given);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.precision() > MAX_DIGITS || stripped.scale() > MAX_DIGITS) {
            throw notARate(given);
        }
        perSecond = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        // rate = unscaled / (10^scale 10^9) records a nanosecond
        BigInteger top = perSecond.unscaledValue();
        BigInteger bottom = BigInteger.TEN.pow(perSecond.scale() + 9);
        BigInteger divisor = top.gcd(bottom);
        n = top.divide(divisor).longValueExact();
        d = bottom.divide(divisor).longValueExact();
        whole = d / n;
        part = d % n;
    }

    /**
     * Reads a rate such as {@code 200}, {@code 0.1}, {@code 99.5} or {@code 200/s}.
     *
     * @throws IllegalArgumentException when it is none, naming the text and what is allowed
     */
    public static ConstantRate parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw notARate(text);
        }
        return new ConstantRate(new BigDecimal(matcher.group(1)), text);
    }

    /**
     * {@inheritDoc}
     *
     * <p>With i = q n + r: {@code floor(i d / n) = i whole + q part + floor(r part / n)}, where {@code r part < n^2 < 10^18}
     * and {@code q part <= i}.
     */
    @Override
    public long due(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("record index " + index + ": allowed from 0");
        }
        long q = index / n;
        long r = index - q * n;
        return Math.addExact(Math.multiplyExact(index, whole), q * part + r * part / n);
    }

    @Override
    public double rate(long t) {
        return perSecond.doubleValue();
    }

    @Override
    public long count(long t) {
        if (t <= 0) {
            return 0;
        }
        if (t <= (Long.MAX_VALUE - d) / n) {
            return (t * n + d - 1) / d;
        }
        BigInteger[] quotient =
                BigInteger.valueOf(t).multiply(BigInteger.valueOf(n)).divideAndRemainder(BigInteger.valueOf(d));
        return quotient[0].longValueExact() + quotient[1].signum();
    }

    /** Records a second, exactly. */
    public BigDecimal perSecond() {
        return perSecond;
    }

    /** The rate as {@link #parse} reads it, such as {@code 99.5/s}. */
    @Override
    public String toString() {
        return perSecond.toPlainString() + "/s";
    }

    private static IllegalArgumentException notARate(String given) {
        return new IllegalArgumentException("'" + given + "' is not a rate: allowed " + MIN.toPlainString() + " to "
                + MAX + " records a second, at most " + MAX_DIGITS + " digits, such as 200, 0.1 or 200/s");
    }
}
