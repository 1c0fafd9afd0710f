package dev.hydrant.firehose.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Consecutive records of one stream that are transformed by one invocation. Reused from batch to batch. */
public final class TransformBatch {

    /** 6 MB: AWS documentation of Firehose's data transformation, for the request and for the response. */
    private static final int MOST_REQUEST_BYTES = 6_291_456;

    /** What a record takes in the request beside its data, with the longest time; measured by writing one. */
    private static final int RECORD_FRAME = 120;

    /** What the request takes beside its records. */
    private static final int REQUEST_FRAME = 512;

    private final String idPrefix;
    private final long mostBytes;
    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 10];
    private long[] arrivals = new long[1 << 10];
    private long first;
    private int size;
    private long requestBytes;

    /**
     * An empty batch.
     *
     * @param mostBytes of data in a batch of more than one record
     */
    public TransformBatch(String streamId, long mostBytes) {
        this.idPrefix = HexFormat.of().toHexDigits(UUID.fromString(streamId).getMostSignificantBits());
        this.mostBytes = mostBytes;
    }

    public void clear() {
        size = 0;
        requestBytes = REQUEST_FRAME;
    }

    /** Whether a record of {@code length} bytes may still join. */
    public boolean takes(int length) {
        return size == 0
                || (end(size - 1) + (long) length <= mostBytes
                        && requestBytes + requestBytes(length) <= MOST_REQUEST_BYTES);
    }

    public void add(long number, long arrivalMillis, byte[] from, int offset, int length) {
        if (size == 0) {
            first = number;
            requestBytes = REQUEST_FRAME;
        }
        int start = size == 0 ? 0 : end(size - 1);
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length, 2 * bytes.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            arrivals = Arrays.copyOf(arrivals, 2 * size);
        }
        System.arraycopy(from, offset, bytes, start, length);
        ends[size] = start + length;
        arrivals[size] = arrivalMillis;
        size++;
        requestBytes += requestBytes(length);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** Number of the first record. */
    public long first() {
        return first;
    }

    /** All data, one after the other. */
    public byte[] bytes() {
        return bytes;
    }

    public int offset(int index) {
        return index == 0 ? 0 : end(index - 1);
    }

    public int length(int index) {
        return end(index) - offset(index);
    }

    public long arrivalMillis(int index) {
        return arrivals[index];
    }

    /** The id that the put was answered with: half of the stream's id, then the number, in hex. */
    String recordId(int index) {
        return idPrefix + HexFormat.of().toHexDigits(first + index);
    }

    Map<String, Integer> indexes() {
        Map<String, Integer> indexes = new HashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            indexes.put(recordId(i), i);
        }
        return indexes;
    }

    private int end(int index) {
        return ends[index];
    }

    /** Base64 makes four characters of every three bytes. */
    private static long requestBytes(int length) {
        return RECORD_FRAME + (length + 2L) / 3 * 4;
    }
}
