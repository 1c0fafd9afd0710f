package dev.hydrant.firehose.protocol;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an answer. Reused from request to request. */
final class Reply extends OutputStream {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_DIGITS = 16;

    private byte[] bytes = new byte[1 << 15];
    private int size;

    void reset() {
        size = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, bytes, size, count);
        size += count;
    }

    void ascii(String text) {
        write(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }

    /** 16 hex digits. */
    void hex(long value) {
        reserve(LONG_DIGITS);
        for (int shift = 60; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
