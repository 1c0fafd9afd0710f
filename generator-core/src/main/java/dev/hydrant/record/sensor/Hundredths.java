package dev.hydrant.record.sensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The values of a range with two decimals, each with the text that follows it: eight bytes, written by one store. */
final class Hundredths {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] texts;

    /** @param next what follows the value; both together are eight bytes long */
    Hundredths(int first, int last, String next) {
        texts = new long[last - first + 1];
        for (int i = 0; i < texts.length; i++) {
            int value = first + i;
            String cents = String.valueOf(100 + value % 100).substring(1);
            byte[] text = (value / 100 + "." + cents + next).getBytes(StandardCharsets.US_ASCII);
            texts[i] = (long) LONG.get(text, 0);
        }
    }

    /** How many values the range has, both ends included. */
    int size() {
        return texts.length;
    }

    /** Writes the range's {@code step}-th value, from 0. */
    void write(int step, byte[] to, int at) {
        LONG.set(to, at, texts[step]);
    }
}
