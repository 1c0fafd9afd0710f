package dev.hydrant.record.sensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The values of a range with two decimals, each with the text that follows it: eight bytes, written by one store. */
final class Hundredths {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Hundredths() {}

    /** @param next what follows the value; both together are eight bytes long */
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

    static void put(long text, byte[] to, int at) {
        LONG.set(to, at, text);
    }
}
