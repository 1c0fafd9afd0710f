package dev.hydrant.record;

import java.util.Arrays;

/**
 * A growing array of bytes that is filled, read and cleared again: the one place where records are written.
 *
 * <p>Writers that know how long a record can get call {@link #reserve} once and then store into {@link #bytes} directly.
 */
public final class RecordBuffer {

    private byte[] bytes;
    private int length;

    /** @param capacity bytes held before the buffer first grows, at least 1 */
    public RecordBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": allowed from 1");
        }
        bytes = new byte[capacity];
    }

    /** Makes room for {@code more} bytes after {@link #length} and returns the array that has it; the next call may move it. */
    public byte[] reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
        }
        return bytes;
    }

    /** The array as it stands; valid from 0 to {@link #length}, until the next {@link #reserve}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Bytes written so far. */
    public int length() {
        return length;
    }

    /** Says that the bytes up to {@code newLength} are written, or drops those beyond it. */
    public void length(int newLength) {
        if (newLength < 0 || newLength > bytes.length) {
            throw new IllegalArgumentException("length " + newLength + ": allowed 0 to " + bytes.length);
        }
        length = newLength;
    }

    /** Writes {@code more} behind what is there. */
    public void append(byte[] more) {
        System.arraycopy(more, 0, reserve(more.length), length, more.length);
        length += more.length;
    }

    /** Forgets what was written; the memory stays. */
    public void clear() {
        length = 0;
    }
}
