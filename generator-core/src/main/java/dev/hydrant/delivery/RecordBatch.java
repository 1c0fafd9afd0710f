package dev.hydrant.delivery;

import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;

/**
 * Up to 500 records in one reusable stretch of memory, within what PutRecordBatch takes in a call.
 *
 * <p>Limits: AWS documentation of PutRecordBatch (500 records, 4 MiB a call, 1,000 KiB a record before base64). Not thread safe: a
 * batch has one owner at a time.
 */
public final class RecordBatch {

    /** Most records in a call. */
    public static final int MAX_RECORDS = 500;
    /** Most bytes in a call, before base64. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;
    /** Most bytes in a record, before base64. */
    public static final int MAX_RECORD_BYTES = 1_024_000;

    private static final int FIRST_CAPACITY = 128 * 1024;

    private final RecordBuffer buffer = new RecordBuffer(FIRST_CAPACITY);
    private final int[] offsets = new int[MAX_RECORDS];
    private final int[] lengths = new int[MAX_RECORDS];
    private final long[] indexes = new long[MAX_RECORDS];
    private final long[] dues = new long[MAX_RECORDS];
    private int size;
    private long openedAt;
    private long sentAt;

    /**
     * Writes a record of {@code source} behind the others.
     *
     * @param due when it was due, nanoseconds after the start
     * @param now nanoseconds after the start; kept as {@link #openedAt} when this is the first record
     * @return false when it would make the batch too large for one call: the batch is as it was
     * @throws IllegalArgumentException when the record alone is too large for any call
     */
    public boolean add(RecordSource source, long index, long eventTime, long due, long now) {
        if (size == MAX_RECORDS) {
            return false;
        }
        int offset = buffer.length();
        source.write(index, eventTime, buffer);
        int length = buffer.length() - offset;
        if (length > MAX_RECORD_BYTES) {
            buffer.length(offset);
            throw new IllegalArgumentException(
                    "record " + index + " has " + length + " bytes: Firehose allows up to " + MAX_RECORD_BYTES);
        }
        if (buffer.length() > MAX_BYTES) {
            buffer.length(offset);
            return false;
        }
        if (size == 0) {
            openedAt = now;
        }
        offsets[size] = offset;
        lengths[size] = length;
        indexes[size] = index;
        dues[size] = due;
        size++;
        return true;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == MAX_RECORDS;
    }

    /** How many more records the batch could take, were they small. */
    public int room() {
        return MAX_RECORDS - size;
    }

    /** When the first record came in, nanoseconds after the start. */
    public long openedAt() {
        return openedAt;
    }

    /** When the first call with this batch began, nanoseconds after the start. */
    long sentAt() {
        return sentAt;
    }

    void setSentAt(long now) {
        sentAt = now;
    }

    /** The memory that {@link #offset} and {@link #length} refer to. */
    public byte[] bytes() {
        return buffer.bytes();
    }

    public int offset(int position) {
        return offsets[position];
    }

    public int length(int position) {
        return lengths[position];
    }

    public long index(int position) {
        return indexes[position];
    }

    public long due(int position) {
        return dues[position];
    }

    /** Bytes of the records that are in the batch now. */
    public long byteCount() {
        long sum = 0;
        for (int position = 0; position < size; position++) {
            sum += lengths[position];
        }
        return sum;
    }

    /** Leaves only the record at {@code from}, as number {@code to}; used in ascending order to keep what has to be sent again. */
    void move(int from, int to) {
        offsets[to] = offsets[from];
        lengths[to] = lengths[from];
        indexes[to] = indexes[from];
        dues[to] = dues[from];
    }

    /** Drops the records from {@code newSize} on. */
    void truncate(int newSize) {
        size = newSize;
    }

    /** Forgets the records; the memory stays. */
    public void clear() {
        buffer.clear();
        size = 0;
    }
}
