package dev.hydrant.delivery.firehose;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Base64 (RFC 4648, section 4) from a part of one array into a part of another, which the JDK's encoder does not offer. */
final class Base64 {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
    /** Two characters for each 12 bits: half the look-ups and stores of one character at a time. */
    private static final char[] PAIRS = pairs();

    private Base64() {}

    static int encodedLength(int length) {
        return (length + 2) / 3 * 4;
    }

    /** Returns where the text ends in {@code to}. */
    static int encode(byte[] from, int offset, int length, byte[] to, int at) {
        int whole = offset + length / 3 * 3;
        int in = offset;
        int out = at;
        // Six bytes of a load of eight make one store of eight characters.
        for (int last = Math.min(offset + length - 6, from.length - Long.BYTES); in <= last; in += 6, out += 8) {
            long bits = (long) LONG.get(from, in);
            LONG.set(
                    to,
                    out,
                    pair(bits >>> 52) << 48 | pair(bits >>> 40) << 32 | pair(bits >>> 28) << 16 | pair(bits >>> 16));
        }
        for (; in < whole; in += 3, out += 4) {
            int bits = (from[in] & 0xff) << 16 | (from[in + 1] & 0xff) << 8 | (from[in + 2] & 0xff);
            SHORT.set(to, out, (short) PAIRS[bits >>> 12]);
            SHORT.set(to, out + 2, (short) PAIRS[bits & 0xfff]);
        }
        int rest = offset + length - in;
        if (rest > 0) {
            int bits = (from[in] & 0xff) << 16 | (rest == 2 ? (from[in + 1] & 0xff) << 8 : 0);
            SHORT.set(to, out, (short) PAIRS[bits >>> 12]);
            to[out + 2] = rest == 2 ? ALPHABET[bits >>> 6 & 0x3f] : (byte) '=';
            to[out + 3] = '=';
            out += 4;
        }
        return out;
    }

    private static long pair(long bits) {
        return PAIRS[(int) bits & 0xfff];
    }

    private static char[] pairs() {
        char[] pairs = new char[4096];
        for (int bits = 0; bits < pairs.length; bits++) {
            pairs[bits] = (char) (ALPHABET[bits >>> 6] << 8 | ALPHABET[bits & 0x3f]);
        }
        return pairs;
    }
}
