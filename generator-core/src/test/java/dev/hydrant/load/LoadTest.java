package dev.hydrant.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hydrant.load.text.LoadText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long WEEK = 7 * 24 * 3600 * SECOND;
    private static final int LOADS = 400;
    /** Fractions of whole numbers without bounds take their time. */
    private static final int FEWER = 100;

    /** The whole contract in two inequalities: they hold for all t exactly when count(t) = how many i have due(i) &lt; t. */
    @Test
    void countIsHowManyAreDueBefore() {
        RandomLoads loads = new RandomLoads(1);
        for (int number = 0; number < LOADS; number++) {
            Load load = loads.next();
            for (int draw = 0; draw < 50; draw++) {
                long t = loads.timeIn(load);
                long count = load.count(t);
                if (count > 0) {
                    assertThat(load.due(count - 1)).as("%s at %s", load, t).isLessThan(t);
                }
                if (t < load.length() && count < load.count(load.length())) {
                    assertThat(load.due(count)).as("%s at %s", load, t).isGreaterThanOrEqualTo(t);
                }
            }
        }
    }

    @Test
    void countIsTheIntegralRoundedUpToTheLastRecord() {
        RandomLoads loads = new RandomLoads(2);
        int covered = 0;
        for (int number = 0; number < FEWER; number++) {
            Load load = loads.next();
            if (!Equations.cover(load)) {
                continue;
            }
            covered++;
            for (int draw = 0; draw < 10; draw++) {
                long t = loads.timeIn(load);
                assertThat(load.count(t))
                        .as("%s at %s", load, t)
                        .isEqualTo(Equations.records(load, t).ceil());
            }
        }
        assertThat(covered).isGreaterThan(FEWER / 3);
    }

    @Test
    void dueNeverGoesBackAndSeamsLoseAndRepeatNothing() {
        RandomLoads loads = new RandomLoads(3);
        for (int number = 0; number < LOADS; number++) {
            Load load = loads.next();
            List<Long> places = new ArrayList<>(List.of(0L));
            long begin = 0;
            for (Segment segment : load.segments()) {
                if (segment.length() != null) {
                    begin += segment.length().toNanos();
                    places.add(load.count(begin));
                }
            }
            places.add(load.count(loads.timeIn(load)));
            long records = load.length() == LoadProfile.ENDLESS ? Long.MAX_VALUE : load.count(load.length());
            for (long place : places) {
                long last = -1;
                for (long index = Math.max(0, place - 20); index < Math.min(records, place + 20); index++) {
                    long due = load.due(index);
                    assertThat(due).as("%s, record %s", load, index).isGreaterThanOrEqualTo(Math.max(0, last));
                    assertThat(load.count(due)).as("%s, record %s", load, index).isLessThanOrEqualTo(index);
                    assertThat(load.count(due + 1))
                            .as("%s, record %s", load, index)
                            .isGreaterThan(index);
                    last = due;
                }
            }
        }
    }

    @Test
    void rateIsTheDerivativeOfTheIntegral() {
        RandomLoads loads = new RandomLoads(4);
        for (int number = 0; number < FEWER; number++) {
            Load load = loads.next();
            for (int draw = 0; draw < 10 && Equations.cover(load); draw++) {
                // Rates jump at whole nanoseconds only; within one, a ramp adds 10^7/s in a millisecond at most.
                long t = loads.timeIn(load);
                double grown = Equations.records(load, t + 1)
                        .minus(Equations.records(load, t))
                        .times(SECOND)
                        .toDouble();
                assertThat(load.rate(t)).as("%s at %s", load, t).isCloseTo(grown, within(6 + 1e-12 * grown));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000", "10000000", "0.1", "99.5", "3", "700.001", "0.000005"})
    void oneRateIsDueAsTheConstantRateIs(String rate) {
        Load load = LoadText.parse(rate + "/s");
        ConstantRate constant = ConstantRate.parse(rate);
        Random random = new Random(5);
        for (int draw = 0; draw < 20_000; draw++) {
            long t = random.nextLong(WEEK);
            assertThat(load.count(t)).isEqualTo(constant.count(t));
            long index = constant.count(t);
            assertThat(load.due(index)).isEqualTo(constant.due(index));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000000/s for 7d|604800000000",
                "0.1/s for 7d|60480",
                "1/h for 7d|168",
                "7/m for 7d|70560",
                "ramp from 0 to 1000000/s in 7d|302400000000",
                "ramp from 1000000/s to 0 in 7d|302400000000",
                "sine 0/s..1000000/s every 7m for 7d|302400000000",
                "sine 1000/s..4000/s every 24h for 7d|1512000000",
                "burst 1000000/s over 1/s for 1s every 7s for 7d|86400518400",
                "week 0.1/s with mon-sun 0-24 1000000/s for 7d|604800000000",
            })
    void aWeekLaterNothingHasDrifted(String text, long records) {
        Load load = LoadText.parse(text);
        assertThat(load.count(WEEK)).isEqualTo(records);
        assertThat(load.count(Long.MAX_VALUE)).isEqualTo(records);
        assertThat(load.due(records - 1)).isLessThan(WEEK);
    }

    /** A tenth of a record in each second: were each rounded, there would be a thousand, or none. */
    @Test
    void fractionsOfARecordCrossTheSeams() {
        Load load = LoadText.parse(String.join(", ", Collections.nCopies(1_000, "0.1/s for 1s")));
        assertThat(load.count(load.length())).isEqualTo(100);
        for (long index = 0; index < 100; index++) {
            assertThat(load.due(index)).isEqualTo(index * 10 * SECOND);
        }
    }

    @Test
    void aRecordThatIsDueAtTheBeginningOfAPauseComesAfterIt() {
        Load load = LoadText.parse("10/s for 1s, pause for 5s, 10/s for 1s");
        assertThat(load.due(9)).isEqualTo(9 * SECOND / 10);
        assertThat(load.due(10)).isEqualTo(6 * SECOND);
        assertThat(load.count(6 * SECOND)).isEqualTo(10);
        assertThat(load.rate(3 * SECOND)).isZero();
        assertThat(load.count(7 * SECOND)).isEqualTo(20);
        assertThat(load.rate(7 * SECOND)).isZero();
    }

    /** The corners of a sine lie on it; between them it is straight, and this is how far that is off. */
    @ParameterizedTest
    @CsvSource({"0, 1000000, 300", "1000, 4000, 86400", "10, 11, 0.02", "0, 10000000, 604800"})
    void aSineIsTheEquationsSine(BigDecimal low, BigDecimal high, BigDecimal seconds) {
        Duration period = Duration.ofNanos(seconds.movePointRight(9).longValueExact());
        Load load = new Load(List.of(new Sine(Rate.perSecond(low), Rate.perSecond(high), period, null)));
        double l = low.doubleValue();
        double rise = high.doubleValue() - l;
        double p = seconds.doubleValue();
        Random random = new Random(6);
        for (int draw = 0; draw < 20_000; draw++) {
            long t = random.nextLong(3 * period.toNanos());
            double x = t / 1e9;
            double phase = Math.PI * x / p;
            assertThat(load.rate(t)).isCloseTo(l + rise * Math.pow(Math.sin(phase), 2), within(2e-8 * rise + 1e-9 * l));
            double integral = (l + rise / 2) * x - rise * p / (4 * Math.PI) * Math.sin(2 * phase);
            assertThat((double) load.count(t)).isCloseTo(integral, within(1.001 + 1e-9 * p * rise + 1e-14 * integral));
        }
    }

    @Test
    void halfPeriodsOfASineAreExact() {
        for (long period : new long[] {1_000_000, 1_001_000, 7_777_777_000L, 300 * SECOND, WEEK}) {
            Load load = new Load(
                    List.of(new Sine(Rate.parse("100000/s"), Rate.parse("900000/s"), Duration.ofNanos(period), null)));
            for (long half = 1; half < 1_000; half += 7) {
                BigDecimal exact = new BigDecimal(half * (period / 2)).multiply(new BigDecimal("0.0005"));
                assertThat(load.count(half * (period / 2)))
                        .isEqualTo(exact.setScale(0, RoundingMode.CEILING).longValueExact());
            }
        }
    }

    @Test
    void rampsGoOnFromTheRateBefore() {
        Load load = LoadText.parse("ramp to 100/s in 10s, ramp to 300/s in 10s, ramp to 0 in 10s");
        assertThat(load.rate(0)).isZero();
        assertThat(load.rate(5 * SECOND)).isEqualTo(50);
        assertThat(load.rate(15 * SECOND)).isEqualTo(200);
        assertThat(load.rate(25 * SECOND)).isEqualTo(150);
        assertThat(load.count(load.length())).isEqualTo(500 + 2_000 + 1_500);
        Load cut = LoadText.parse("sine 0/s..100/s every 20s for 5s, ramp to 100/s in 10s");
        assertThat(cut.rate(5 * SECOND)).isCloseTo(50, within(1e-6));
    }

    @Test
    void outsideTheLoadNothingIsDue() {
        Load load = LoadText.parse("10/s for 1s");
        assertThat(load.count(-1)).isZero();
        assertThat(load.count(0)).isZero();
        assertThat(load.rate(-1)).isZero();
        assertThat(load.rate(SECOND)).isZero();
        assertThatThrownBy(() -> load.due(10))
                .hasMessage("record index 10: allowed from 0, below the load's 10 records");
        assertThatThrownBy(() -> load.due(-1)).hasMessageContaining("record index -1: allowed from 0");
        assertThatThrownBy(() -> LoadText.parse("0.000001/s").due(1L << 62)).isInstanceOf(ArithmeticException.class);
    }

    /** Scenarios depend on these: the same load must be due at the same nanoseconds in every version and on every machine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200/s|0 5000000 5000000000 25000000000 617280000000 1000000000000",
                "ramp to 5000/s in 2m|0 219089023 6928203230 15491933384 76979789555 97979589711",
                "ramp from 5000/s to 0 in 2m|0 200000 200166945 1004201754 27945059882 50717967697",
                "steps 100/s..1000/s by 100/s every 30s|0 10000000 10000000000 40000000000 257173333333 -1",
                "sine 1000/s..4000/s every 5m|0 999999 999890357 4986410998 77974708180 103645076475",
                "burst 5000/s over 20/s for 2s every 30s|0 200000 200000000 1000000000 331459200000 541984000000",
                "200/s for 30s, ramp to 5000/s in 2m, sine 1000/s..4000/s every 5m for 7m, pause for 10s, 7/m|0 5000000 5000000000 25000000000 101797135363 123615414616",
                "week 2/s with mon-fri 8-18 50/s from fri 17|0 20000000 20000000000 100000000000 2469120000000 13600000000000",
            })
    void dueStaysWhatItWas(String text, String golden) {
        Load load = LoadText.parse(text);
        StringBuilder due = new StringBuilder();
        for (long index : new long[] {0, 1, 1_000, 5_000, 123_456, 200_000}) {
            due.append(index < load.count(load.length()) ? load.due(index) : -1).append(' ');
        }
        assertThat(due.toString().trim()).isEqualTo(golden);
    }
}
