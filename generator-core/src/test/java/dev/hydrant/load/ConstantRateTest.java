package dev.hydrant.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantRateTest {

    private static final long SECOND = 1_000_000_000;
    private static final long WEEK = 7 * 24 * 3600 * SECOND;
    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void dueIsTheExactQuotientRoundedDown() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal perSecond = perSecond(random);
            ConstantRate rate = new ConstantRate(perSecond);
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            BigInteger due = exactDue(perSecond, index);
            if (due.compareTo(LAST) <= 0) {
                assertThat(rate.due(index)).as(rate + " " + index).isEqualTo(due.longValueExact());
            } else {
                assertThatThrownBy(() -> rate.due(index)).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void countIsTheFirstRecordDueAtThatTimeOrLater() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal perSecond = perSecond(random);
            ConstantRate rate = new ConstantRate(perSecond);
            long t = random.nextLong() >>> (1 + random.nextInt(63));
            long count = rate.count(t);
            BigInteger time = BigInteger.valueOf(t);
            assertThat(exactDue(perSecond, count)).as(rate + " " + t).isGreaterThanOrEqualTo(time);
            if (count > 0) {
                assertThat(exactDue(perSecond, count - 1)).as(rate + " " + t).isLessThan(time);
            }
        }
    }

    @Test
    void countUndoesDue() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            ConstantRate rate = new ConstantRate(perSecond(random));
            long index = random.nextLong(9_000);
            // At ten million a second or less no two records are due at the same nanosecond.
            assertThat(rate.count(rate.due(index))).isEqualTo(index);
            assertThat(rate.count(rate.due(index) + 1)).isEqualTo(index + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 604800000000",
        "10000000, 6048000000000",
        "0.1, 60480",
        "99.5, 60177600",
        "3, 1814400",
        "0.000005, 3.024",
        "700.001, 423360604.8"
    })
    void aWeekLaterNothingHasDrifted(String rate, BigDecimal records) {
        ConstantRate constant = ConstantRate.parse(rate);
        long next = records.setScale(0, RoundingMode.CEILING).longValueExact();
        assertThat(constant.count(WEEK)).isEqualTo(next);
        if (records.stripTrailingZeros().scale() <= 0) {
            assertThat(constant.due(next)).isEqualTo(WEEK);
        }
    }

    @Test
    void beforeTheStartNothingIsDue() {
        ConstantRate rate = ConstantRate.parse("200");
        assertThat(rate.count(Long.MIN_VALUE)).isZero();
        assertThat(rate.count(-1)).isZero();
        assertThat(rate.count(0)).isZero();
        assertThat(rate.count(1)).isEqualTo(1);
        assertThat(rate.due(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200/s",
        "200/s, 200/s",
        "0.1, 0.1/s",
        "99.50, 99.5/s",
        "0007, 7/s",
        "10000000.000000000000, 10000000/s",
        "0.000001, 0.000001/s",
        "0.000001234, 0.000001234/s",
        "9999999.99, 9999999.99/s"
    })
    void aRateReadsAsItWasGiven(String text, String shown) {
        ConstantRate rate = ConstantRate.parse(text);
        assertThat(rate).hasToString(shown);
        assertThat(ConstantRate.parse(rate.toString()).perSecond()).isEqualTo(rate.perSecond());
        assertThat(rate.rate(0)).isEqualTo(rate.perSecond().doubleValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "0",
                "0.0",
                "-5",
                "+5",
                "1e3",
                ".5",
                "5.",
                "1,000",
                "200 /s",
                "200/m",
                "NaN",
                "0x10",
                "0.0000009",
                "10000000.1",
                "10000001",
                "123456.7891",
                "0.0000012345",
                "99999999999999999999",
                "٣"
            })
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ConstantRate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a rate: allowed 0.000001 to 10000000 records a second,"
                        + " at most 9 digits, such as 200, 0.1 or 200/s");
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertThatThrownBy(() -> ConstantRate.parse("200").due(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record index -1: allowed from 0");
    }

    /** Nine digits at most, the point anywhere that the range allows. */
    private static BigDecimal perSecond(Random random) {
        while (true) {
            long digits = 1 + random.nextLong(1_000_000_000) / pow10(random.nextInt(9));
            BigDecimal perSecond = BigDecimal.valueOf(Math.min(digits, 999_999_999), random.nextInt(10));
            if (perSecond.compareTo(new BigDecimal("0.000001")) >= 0
                    && perSecond.compareTo(new BigDecimal("1e7")) <= 0) {
                return perSecond;
            }
        }
    }

    private static BigInteger exactDue(BigDecimal perSecond, long index) {
        return BigInteger.valueOf(index)
                .multiply(BigInteger.TEN.pow(9 + perSecond.scale()))
                .divide(perSecond.unscaledValue());
    }

    private static long pow10(int exponent) {
        return BigInteger.TEN.pow(exponent).longValueExact();
    }
}
