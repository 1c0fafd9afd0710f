package dev.hydrant.record.sensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The text of every value in a range of hundredths with the text that follows it: eight bytes, written by one store. */
final class ReadingText {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int first;
    private final long[] texts;

    /** @param next what follows the value, so that both together are eight bytes long */
    ReadingText(int first, int last, String next) {
        this.first = first;
        texts = new long[last - first + 1];
        for (int value = first; value <= last; value++) {
            String cents = String.valueOf(100 + value % 100).substring(1);
            byte[] text = (value / 100 + "." + cents + next).getBytes(StandardCharsets.US_ASCII);
            texts[value - first] = (long) LONG.get(text, 0);
        }
    }

    void write(int hundredths, byte[] to, int at) {
        LONG.set(to, at, texts[hundredths - first]);
    }
}
