package dev.hydrant.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hexadecimal digits in ASCII, lower case, eight to one store; the same bytes on every machine. They are written at two
 * places, which may be one, for a record that says its id twice.
 */
public final class Hex {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final long NIBBLES = 0x0f0f0f0f0f0f0f0fL;
    private static final long ONES = 0x0101010101010101L;

    private Hex() {}

    /** Writes the low 32 bits of {@code value} as exactly eight digits at both places. */
    public static void eight(long value, byte[] to, int at, int again) {
        long digits = digits(value);
        LONG.set(to, at, digits);
        LONG.set(to, again, digits);
    }

    /** Writes the low 32 bits of {@code value} as four digits, a character left as it is, and four, at both places. */
    public static void fourAndFour(long value, byte[] to, int at, int again) {
        long digits = digits(value);
        int first = (int) (digits >>> 32);
        INT.set(to, at, first);
        INT.set(to, again, first);
        INT.set(to, at + 5, (int) digits);
        INT.set(to, again + 5, (int) digits);
    }

    /** The digits of the low 32 bits of {@code value}, one a byte, the first in the highest. */
    static long digits(long value) {
        long spread = value & 0xffffffffL;
        spread = (spread | spread << 16) & 0x0000ffff0000ffffL;
        spread = (spread | spread << 8) & 0x00ff00ff00ff00ffL;
        spread = (spread | spread << 4) & NIBBLES;
        // 10 to 15 carry into bit 4 when 6 is added: those become 'a' to 'f', 39 beyond what follows '9'.
        long letters = (spread + 6 * ONES) >>> 4 & ONES;
        return spread + '0' * ONES + 39 * letters;
    }

    /**
     * The value of {@code count} digits of {@code text} from {@code from} on, or -1 when one of them is none. At most
     * 15 digits.
     */
    public static long parse(CharSequence text, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
