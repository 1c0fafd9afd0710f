package dev.hydrant.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shapes one after the other. What is due adds up over the seams, fractions of a record included: nothing is lost there,
 * nothing repeated, nothing rounded.
 *
 * <pre>
 *   N(t)     = all of the segments before t + n(t - begin) of the one at t      records, a fraction
 *   count(t) = ceil(N(t))
 *   due(i)   = the last t with N(t) &lt;= i,   so   count(t) = how many i have due(i) &lt; t
 * </pre>
 *
 * Both are exact for all times and indexes that fit; see {@link Curve}. The memory needed follows from the text of the load, not
 * from its length. Immutable.
 */
public final class Load implements LoadProfile {

    private final List<Segment> segments;
    private final Curve[] curves;
    /** When each segment begins, and when the last ends. */
    private final long[] begins;
    /** Grains before each segment, and, as the last, in all of them; only an endless one has none after it. */
    private final Wide[] before;

    private final long end;
    private final long records;

    /** @throws IllegalArgumentException when one that is not the last has no end, or all are too long, or without a record */
    public Load(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        int count = this.segments.size();
        curves = new Curve[count];
        begins = new long[count];
        before = new Wide[count];
        long time = 0;
        Wide grains = Wide.ZERO;
        long rate = 0;
        for (int number = 0; number < count; number++) {
            Segment segment = this.segments.get(number);
            Curve curve = segment.curve(rate);
            curves[number] = curve;
            begins[number] = time;
            before[number] = grains;
            if (segment.length() == null) {
                if (number < count - 1) {
                    throw new IllegalArgumentException("segment " + (number + 1) + " of " + count + ", '" + segment
                            + "', has no end: allowed for the last one only; say for how long");
                }
                time = ENDLESS;
            } else {
                time += curve.length();
                grains = grains.plus(curve.total());
                rate = curve.lastRate();
                if (time > Segment.LONGEST.toNanos()) {
                    throw new IllegalArgumentException("the load is longer than " + Segment.LONGEST.toDays()
                            + " days by segment " + (number + 1) + ", '" + segment + "': allowed up to that");
                }
            }
        }
        end = time;
        if (end != ENDLESS && !grains.isPositive()) {
            throw new IllegalArgumentException("'" + this + "' has no record: allowed loads with a rate above 0");
        }
        records = end == ENDLESS
                ? Long.MAX_VALUE
                : curves[count - 1].count(curves[count - 1].length(), before[count - 1]);
    }

    /** The shapes of which it is made. */
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public long due(long index) {
        if (index < 0 || index >= records) {
            throw new IllegalArgumentException("record index " + index + ": allowed from 0"
                    + (end == ENDLESS ? "" : ", below the load's " + records + " records"));
        }
        Wide grains = Wide.product(index, Rate.RECORD);
        int segment = before.length - 1;
        while (before[segment].compareTo(grains) > 0) {
            segment--;
        }
        Curve curve = curves[segment];
        return Math.addExact(begins[segment], Math.min(curve.last(grains.minus(before[segment])), curve.length() - 1));
    }

    /** Records per second asked for at {@code t}: at a jump the later rate, 0 before the start and from the end on. */
    @Override
    public double rate(long t) {
        if (t < 0 || t >= end) {
            return 0;
        }
        int segment = segmentAt(t);
        return curves[segment].rate(t - begins[segment]) / (Rate.RECORD / 1e9);
    }

    @Override
    public long count(long t) {
        if (t <= 0) {
            return 0;
        }
        if (t >= end) {
            return records;
        }
        int segment = segmentAt(t);
        return curves[segment].count(t - begins[segment], before[segment]);
    }

    @Override
    public long length() {
        return end;
    }

    @Override
    public double peak() {
        return Arrays.stream(curves).mapToLong(Curve::peak).max().orElseThrow() / (Rate.RECORD / 1e9);
    }

    @Override
    public double mean() {
        return end == ENDLESS ? curves[curves.length - 1].mean() / (Rate.RECORD / 1e9) : records / (end / 1e9);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Load load && segments.equals(load.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    /** The load as {@link dev.hydrant.load.text.LoadText} reads it. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining(", "));
    }

    private int segmentAt(long t) {
        int segment = begins.length - 1;
        while (begins[segment] > t) {
            segment--;
        }
        return segment;
    }
}
