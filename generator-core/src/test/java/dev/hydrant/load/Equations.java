package dev.hydrant.load;

import java.util.List;

/** What is due, taken word by word from the equations of the segments: slow and plain, to compare with. Sines are not among them. */
final class Equations {

    private Equations() {}

    static boolean cover(Load load) {
        return load.segments().stream().noneMatch(Sine.class::isInstance);
    }

    /** N(t). */
    static Fraction records(Load load, long t) {
        Fraction records = Fraction.ZERO;
        Fraction rate = Fraction.ZERO;
        long left = Math.max(0, t);
        for (Segment segment : load.segments()) {
            long length =
                    segment.length() == null ? Long.MAX_VALUE : segment.length().toNanos();
            records = records.plus(integral(segment, Math.min(left, length), rate));
            if (left <= length) {
                break;
            }
            rate = lastRate(segment, length);
            left -= length;
        }
        return records;
    }

    private static Fraction integral(Segment segment, long t, Fraction before) {
        if (segment instanceof Hold hold) {
            return Fraction.of(hold.rate()).times(t);
        }
        if (segment instanceof Ramp ramp) {
            Fraction a = ramp.from() == null ? before : Fraction.of(ramp.from());
            Fraction bend = Fraction.of(ramp.to())
                    .minus(a)
                    .times(t)
                    .times(t)
                    .over(ramp.length().toNanos())
                    .over(2);
            return a.times(t).plus(bend);
        }
        if (segment instanceof Steps steps) {
            long k = t / steps.every().toNanos();
            Fraction a = Fraction.of(steps.from());
            Fraction s = Fraction.of(steps.by());
            Fraction whole = a.times(k)
                    .plus(s.times(k * (k - 1) / 2))
                    .times(steps.every().toNanos());
            return whole.plus(a.plus(s.times(k)).times(t % steps.every().toNanos()));
        }
        if (segment instanceof Burst burst) {
            long e = burst.every().toNanos();
            long w = burst.width().toNanos();
            Fraction p = Fraction.of(burst.peak());
            Fraction b = Fraction.of(burst.base());
            long u = t % e;
            return p.times(w)
                    .plus(b.times(e - w))
                    .times(t / e)
                    .plus(p.times(Math.min(u, w)))
                    .plus(b.times(Math.max(0, u - w)));
        }
        if (segment instanceof Week week) {
            return hours(week, t);
        }
        return segment instanceof Trace trace ? stairs(trace, t) : Fraction.ZERO;
    }

    private static Fraction hours(Week week, long t) {
        long hour = 3_600_000_000_000L;
        Fraction whole = Fraction.ZERO;
        for (Rate rate : week.hours()) {
            whole = whole.plus(Fraction.of(rate).times(hour));
        }
        Fraction sum = whole.times(t / (Week.HOURS * hour));
        long left = t % (Week.HOURS * hour);
        for (int number = week.from(); left > 0; number = (number + 1) % Week.HOURS) {
            sum = sum.plus(Fraction.of(week.hours().get(number)).times(Math.min(left, hour)));
            left -= Math.min(left, hour);
        }
        return sum;
    }

    private static Fraction stairs(Trace trace, long t) {
        Fraction sum = Fraction.ZERO;
        List<Rate> rates = trace.rates();
        long[] times = trace.times();
        for (int row = 0; row < times.length && times[row] < t; row++) {
            long end = row + 1 < times.length ? Math.min(t, times[row + 1]) : t;
            sum = sum.plus(Fraction.of(rates.get(row)).times(end - times[row]));
        }
        return sum;
    }

    /** The rate just before a segment's end: of those that hold a rate, what the last nanosecond adds. */
    private static Fraction lastRate(Segment segment, long length) {
        if (segment instanceof Ramp ramp) {
            return Fraction.of(ramp.to());
        }
        return integral(segment, length, Fraction.ZERO).minus(integral(segment, length - 1, Fraction.ZERO));
    }
}
