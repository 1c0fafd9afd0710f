package dev.hydrant.record;

/**
 * The random numbers of one field of one stream, by index: no state, so draw {@code index} needs none of its predecessors.
 *
 * <pre>
 *   fraction(i) = mix(key + i g) / 2    g = 2^64 / golden ratio, odd
 * </pre>
 *
 * This is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) entered at
 * any of its steps. Its finaliser {@code mix} is variant 13 of Stafford, "Better bit mixing" (2011), a bijection of 64
 * bits. The key is a hash of seed, stream and field, taken once. All keys enter the same cycle of 2<sup>64</sup> steps at
 * pseudo-random places: two fields of 10<sup>12</sup> records each overlap with a chance of about 10<sup>-7</sup>.
 */
public final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long key;

    /**
     * @param seed any number; neighbouring seeds give unrelated draws
     * @param stream the stream's name
     * @param field what is drawn, unique within the stream
     */
    public Draws(long seed, String stream, String field) {
        this(hash(hash(mix(seed + GOLDEN), stream), field));
    }

    Draws(long key) {
        this.key = key;
    }

    /** The 64 random bits of record {@code index}. */
    public long bits(long index) {
        return mix(key + index * GOLDEN);
    }

    /** The upper 63 random bits of record {@code index}, read as a fraction of 2<sup>63</sup>: from 0 up. */
    public long fraction(long index) {
        return bits(index) >>> 1;
    }

    /**
     * The whole part of {@code fraction * bound}: a number from 0 to {@code bound - 1} (Lemire, "Fast random integer
     * generation in an interval", 2019, without its rejection, so that every record takes the same draws).
     *
     * <p>Its chance differs from {@code 1 / bound} by less than 2<sup>-63</sup>.
     *
     * @param bound from 1; not checked
     */
    public static int scale(long fraction, int bound) {
        return (int) Math.multiplyHigh(fraction, 2L * bound);
    }

    /**
     * What {@link #scale} leaves: the fractional part of {@code fraction * bound}, to draw another number from.
     *
     * <p>Of several numbers drawn so, the chance of each combination differs from its even share by less than
     * 2<sup>-63</sup>.
     */
    public static long rest(long fraction, int bound) {
        return fraction * bound & Long.MAX_VALUE;
    }

    private static long hash(long start, String name) {
        long hash = start;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        // The length keeps ("ab", "c") apart from ("a", "bc").
        return mix(hash + GOLDEN + name.length());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
