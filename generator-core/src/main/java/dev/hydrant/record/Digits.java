package dev.hydrant.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits in ASCII, four to a table look-up; the same bytes on every machine. */
public final class Digits {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] FOUR = fours();

    private Digits() {}

    /**
     * Writes {@code value} as exactly four digits.
     *
     * @param value 0 to 9,999
     */
    public static void four(int value, byte[] to, int at) {
        INT.set(to, at, FOUR[value]);
    }

    /**
     * Writes {@code value} as exactly eight digits.
     *
     * @param value 0 to 99,999,999
     */
    public static void eight(int value, byte[] to, int at) {
        int high = value / 10_000;
        LONG.set(to, at, (FOUR[high] & 0xffff_ffffL) | (long) FOUR[value - high * 10_000] << 32);
    }

    /**
     * Writes {@code value} as exactly ten digits, as Unix seconds have from 2001-09-09 to 2286-11-20.
     *
     * @param value 0 to 9,999,999,999
     */
    public static void ten(long value, byte[] to, int at) {
        int top = (int) (value / 1_000_000);
        int low = (int) (value - top * 1_000_000L);
        int thousands = low / 1000;
        // Backwards, each over the leading zero of the one behind it.
        four(low - thousands * 1000, to, at + 6);
        four(thousands, to, at + 3);
        four(top, to, at);
    }

    /** Writes {@code value} without leading zeros and returns the position after it. */
    public static int plain(int value, byte[] to, int at) {
        return padded(value, count(value), to, at);
    }

    /** Writes the last {@code width} digits of {@code value}, zeros in front, and returns the position after them. */
    public static int padded(int value, int width, byte[] to, int at) {
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            to[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + width;
    }

    /** How many digits {@code value} has: 1 for 0 to 9. */
    public static int count(int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static int[] fours() {
        int[] table = new int[10_000];
        byte[] text = new byte[4];
        for (int i = 0; i < table.length; i++) {
            padded(i, 4, text, 0);
            table[i] = (int) INT.get(text, 0);
        }
        return table;
    }
}
