package dev.hydrant.record;

/**
 * UUIDs that look random and carry an index, so that a row can be traced to the record that made it.
 *
 * <pre>
 *   c = encipher(index)     a keyed bijection of 64 bits
 *   d = draw(index)         58 random bits of the same index
 *
 *   cccccccc-cccc-4ccc-vddd-dddddddddddd
 * </pre>
 *
 * where vddd begins with the bits 10 of RFC 9562's variant and the four bits of c whose place the version 4 takes. d is
 * checked on the way back: of foreign UUIDs of that version, one in 2<sup>58</sup> passes.
 */
public final class IndexUuid {

    /** Characters of a UUID. */
    public static final int LENGTH = 36;

    private static final long ODD = 0xbf58476d1ce4e5b9L;
    private static final long ODD_INVERSE = 0x96de1b173f119089L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 1L << 63;
    private static final long LOW_58 = (1L << 58) - 1;

    private final Draws check;
    private final long before;
    private final long between;

    /**
     * @param field what is identified, unique within the stream
     */
    public IndexUuid(long seed, String stream, String field) {
        check = new Draws(seed, stream, field);
        Draws keys = new Draws(seed, stream, field + ".key");
        before = keys.bits(0);
        between = keys.bits(1);
    }

    /** Writes the UUID of {@code index} and returns the position after it. */
    public int write(long index, byte[] to, int at) {
        to[at + 8] = '-';
        to[at + 13] = '-';
        to[at + 18] = '-';
        to[at + 23] = '-';
        fill(index, to, at, at);
        return at + LENGTH;
    }

    /** Writes the digits of the UUID of {@code index} at both places, where its dashes stand already. */
    public void fill(long index, byte[] to, int at, int again) {
        long c = encipher(index);
        long high = (c & ~0xf000L) | VERSION_4;
        long low = VARIANT | ((c >>> 12) & 0xf) << 58 | (check.bits(index) & LOW_58);
        Hex.eight(high >>> 32, to, at, again);
        Hex.fourAndFour(high, to, at + 9, again + 9);
        Hex.fourAndFour(low >>> 32, to, at + 19, again + 19);
        Hex.eight(low, to, at + 28, again + 28);
    }

    /**
     * The index whose UUID stands in {@code text} from {@code from} on, or -1 when none of this stream does.
     *
     * @param text with at least {@link #LENGTH} characters from {@code from} on
     */
    public long indexOf(CharSequence text, int from) {
        long a = Hex.parse(text, from, 8);
        long b = group(text, from + 8, 4);
        long c = group(text, from + 13, 4);
        long d = group(text, from + 18, 4);
        long e = group(text, from + 23, 12);
        if (a < 0 || b < 0 || c >>> 12 != 4 || d >>> 14 != 2 || e < 0) {
            return -1;
        }
        long low = d << 48 | e;
        long index = decipher(a << 32 | b << 16 | ((low >>> 58) & 0xf) << 12 | (c & 0xfff));
        return index >= 0 && (low & LOW_58) == (check.bits(index) & LOW_58) ? index : -1;
    }

    private static long group(CharSequence text, int dash, int digits) {
        return text.charAt(dash) == '-' ? Hex.parse(text, dash + 1, digits) : -1;
    }

    // Each step is a bijection: exclusive or with a key, multiplication by an odd number, exclusive or with the upper
    // half.
    private long encipher(long index) {
        long z = (index ^ before) * ODD;
        z = ((z ^ z >>> 32) + between) * ODD;
        z = (z ^ z >>> 32) * ODD;
        return z ^ z >>> 32;
    }

    private long decipher(long cipher) {
        long z = (cipher ^ cipher >>> 32) * ODD_INVERSE;
        z = (z ^ z >>> 32) * ODD_INVERSE - between;
        return (z ^ z >>> 32) * ODD_INVERSE ^ before;
    }
}
