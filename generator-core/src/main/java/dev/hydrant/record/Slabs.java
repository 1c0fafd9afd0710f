package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** Texts made once, side by side in one array, to be copied into records by their number. */
public final class Slabs {

    private final byte[] all;
    private final int[] starts;

    /**
     * Keeps {@code texts} as bytes.
     *
     * @param texts in ASCII
     */
    public Slabs(List<String> texts) {
        all = String.join("", texts).getBytes(US_ASCII);
        starts = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            starts[i + 1] = starts[i] + texts.get(i).length();
        }
    }

    /** Writes text {@code number} and returns the position after it. */
    public int write(int number, byte[] to, int at) {
        int start = starts[number];
        int length = starts[number + 1] - start;
        System.arraycopy(all, start, to, at, length);
        return at + length;
    }

    /** Bytes of all of them together. */
    public int total() {
        return all.length;
    }

    /** Bytes of the longest. */
    public int longest() {
        int longest = 0;
        for (int i = 0; i < starts.length - 1; i++) {
            longest = Math.max(longest, starts[i + 1] - starts[i]);
        }
        return longest;
    }
}
