package dev.hydrant.record.sensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Values with two decimals as text: the eight bytes of a value and what follows it, looked up in a table and written by
 * one store, the same bytes on every machine.
 */
final class Hundredths {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Hundredths() {}

    /**
     * The texts of all values from {@code first} to {@code last}, as {@link #put} takes them.
     *
     * @param first in hundredths, from 0
     * @param next what follows the value; both together are eight bytes long
     */
    static long[] texts(int first, int last, String next) {
        long[] texts = new long[last - first + 1];
        for (int i = 0; i < texts.length; i++) {
            int value = first + i;
            String cents = String.valueOf(100 + value % 100).substring(1);
            byte[] text = (value / 100 + "." + cents + next).getBytes(StandardCharsets.US_ASCII);
            texts[i] = (long) LONG.get(text, 0);
        }
        return texts;
    }

    /** Writes a text of the table: eight bytes. */
    static void put(long text, byte[] to, int at) {
        LONG.set(to, at, text);
    }
}
