package dev.hydrant.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Loads of all shapes, drawn from a seed. */
public final class RandomLoads {

    private static final List<Rate.Unit> UNITS = List.of(Rate.Unit.SECOND, Rate.Unit.MINUTE, Rate.Unit.HOUR);

    private final Random random;

    public RandomLoads(long seed) {
        random = new Random(seed);
    }

    /** One to five segments; the last may go on without end. */
    public Load next() {
        while (true) {
            List<Segment> segments = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int number = 1; number < count; number++) {
                segments.add(segment(time()));
            }
            segments.add(segment(random.nextInt(4) == 0 ? null : time()));
            // Not nothing but pauses, ramps from 0 to 0, or the very bottom of a sine.
            if (segments.stream()
                    .anyMatch(one -> !(one instanceof Pause || one instanceof Ramp || one instanceof Sine))) {
                return new Load(segments);
            }
        }
    }

    private Segment segment(@Nullable Duration length) {
        Duration known = length == null ? time() : length;
        return switch (random.nextInt(length == null ? 4 : 8)) {
            case 0 -> new Hold(rate(), length);
            case 1 -> {
                Rate low = random.nextBoolean() ? Rate.ZERO : rate();
                yield new Sine(low, above(low), time(), length);
            }
            case 2 -> {
                Rate base = random.nextBoolean() ? Rate.ZERO : rate();
                Duration every = time().plusMillis(1);
                Duration width = Duration.ofMillis(1 + random.nextLong(every.toMillis() - 1));
                yield new Burst(above(base), base, width, every, length);
            }
            case 3 -> week(length);
            case 4 -> new Ramp(random.nextBoolean() ? null : rate(), random.nextBoolean() ? Rate.ZERO : rate(), known);
            case 5 -> {
                Rate by = rate();
                Rate from = random.nextBoolean() ? Rate.ZERO : rate();
                BigDecimal most = new BigDecimal(9_000_000).subtract(perSecond(from));
                int steps = 1 + random.nextInt(9);
                BigDecimal rise = by.value().multiply(BigDecimal.valueOf(steps));
                boolean fits = from.isZero() && by.unit() == Rate.Unit.SECOND && rise.compareTo(most) < 0;
                yield fits ? new Steps(from, new Rate(rise, by.unit()), by, known) : new Hold(by, known);
            }
            case 6 -> new Pause(known);
            default -> trace();
        };
    }

    private Trace trace() {
        int rows = 2 + random.nextInt(20);
        long[] times = new long[rows];
        List<Rate> rates = new ArrayList<>();
        times[0] = random.nextLong(1_000_000_000);
        for (int row = 0; row < rows; row++) {
            rates.add(random.nextInt(4) == 0 ? Rate.ZERO : rate());
            times[row] = row == 0 ? times[0] : times[row - 1] + 1 + random.nextLong(time().toNanos());
        }
        rates.set(0, rate());
        return new Trace("trace.csv", times, rates);
    }

    private Week week(@Nullable Duration length) {
        Rate base = rate();
        Rate day = rate();
        List<Rate> hours = new ArrayList<>(Collections.nCopies(Week.HOURS, base));
        Collections.fill(hours.subList(24 + 8, 24 + 18), day);
        return new Week(base + " with tue 8-18 " + day, hours, random.nextInt(Week.HOURS), length);
    }

    private Rate above(Rate base) {
        while (true) {
            Rate rate = rate();
            if (rate.grains() > base.grains()) {
                return rate;
            }
        }
    }

    /** As often small as large, in all units, with few digits or many. */
    Rate rate() {
        double perSecond = Math.exp(random.nextDouble() * Math.log(1e6 / 0.004)) * 0.004;
        int digits = random.nextInt(7);
        BigDecimal value = BigDecimal.valueOf(perSecond).setScale(digits, RoundingMode.CEILING);
        return new Rate(value, UNITS.get(random.nextInt(UNITS.size())));
    }

    /** From 1 ms to ten days, in whole microseconds. */
    Duration time() {
        double millis = Math.exp(random.nextDouble() * Math.log(864e6));
        return Duration.ofNanos(1_000_000 + Math.round(millis * 1e3) * 1_000);
    }

    private static BigDecimal perSecond(Rate rate) {
        return BigDecimal.valueOf(rate.perSecond());
    }

    /** A time within a load, or within ten weeks where it has no end. */
    long timeIn(Load load) {
        long end = Math.min(load.length(), Duration.ofDays(70).toNanos());
        // As often near the beginning as anywhere.
        return random.nextBoolean()
                ? random.nextLong(end + 1)
                : (long) Math.exp(random.nextDouble() * Math.log((double) end));
    }
}
