package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Texts of 16 to 32 characters, to be written by their number: two words from the front and two from the back, which
 * overlap where a text is shorter than four. There is no loop whose length a processor could guess wrong.
 */
public final class ShortTexts {

    public static final int SHORTEST = 16;
    public static final int LONGEST = 32;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORDS = 4;

    private final long[] words;
    private final byte[] lengths;

    /** @param texts in ASCII, of {@value #SHORTEST} to {@value #LONGEST} characters */
    public ShortTexts(List<String> texts) {
        words = new long[WORDS * texts.size()];
        lengths = new byte[texts.size()];
        for (int i = 0; i < lengths.length; i++) {
            byte[] text = texts.get(i).getBytes(US_ASCII);
            if (text.length < SHORTEST || text.length > LONGEST) {
                throw new IllegalArgumentException("text '" + texts.get(i) + "' of " + text.length
                        + " characters: allowed " + SHORTEST + " to " + LONGEST);
            }
            lengths[i] = (byte) text.length;
            words[WORDS * i] = (long) LONG.get(text, 0);
            words[WORDS * i + 1] = (long) LONG.get(text, 8);
            words[WORDS * i + 2] = (long) LONG.get(text, text.length - 16);
            words[WORDS * i + 3] = (long) LONG.get(text, text.length - 8);
        }
    }

    /** Characters of text {@code number}. */
    public int length(int number) {
        return lengths[number];
    }

    /** Writes text {@code number} and returns the position after it. */
    public int write(int number, byte[] to, int at) {
        int end = at + lengths[number];
        LONG.set(to, at, words[WORDS * number]);
        LONG.set(to, at + 8, words[WORDS * number + 1]);
        LONG.set(to, end - 16, words[WORDS * number + 2]);
        LONG.set(to, end - 8, words[WORDS * number + 3]);
        return end;
    }

    /** Writes text {@code number} at all three places. */
    public void write(int number, byte[] to, int at, int again, int onceMore) {
        write(number, to, at);
        write(number, to, again);
        write(number, to, onceMore);
    }
}
