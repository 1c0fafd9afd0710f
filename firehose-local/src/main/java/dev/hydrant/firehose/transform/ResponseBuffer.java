package dev.hydrant.firehose.transform;

import java.io.OutputStream;
import java.util.Arrays;

/** A function's response as far as Lambda's limit reaches; what lies beyond is only counted. */
final class ResponseBuffer extends OutputStream {

    /** 6 MB: AWS documentation of Lambda's quotas for a synchronous response. */
    static final int MOST_BYTES = 6_291_456;

    private byte[] bytes = new byte[1 << 16];
    private long length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        if (length + count <= MOST_BYTES) {
            int end = (int) length + count;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(2 * bytes.length, MOST_BYTES)));
            }
            System.arraycopy(from, offset, bytes, (int) length, count);
        }
        length += count;
    }

    byte[] toByteArray() throws InvocationException {
        if (length > MOST_BYTES) {
            throw new InvocationException("the response has %,d bytes: allowed are %,d".formatted(length, MOST_BYTES));
        }
        return Arrays.copyOf(bytes, (int) length);
    }
}
