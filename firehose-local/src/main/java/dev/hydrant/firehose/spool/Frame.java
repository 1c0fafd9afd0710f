package dev.hydrant.firehose.spool;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The records of one put request as they stand in the spool. Reused from request to request.
 *
 * <pre>
 *   int   length   bytes after the checksum
 *   int   CRC32C   of those bytes
 *   long  first    number of the first record
 *   long  arrival  milliseconds since the Unix epoch
 *   int   count    records
 *   count times: int length, bytes
 * </pre>
 *
 * Big endian. Bytes written between {@link #beginRecord} and {@link #endRecord} are one record's.
 */
public final class Frame extends OutputStream {

    static final int CHECKED = 8;
    static final int HEADER = CHECKED + 20;

    private byte[] bytes = new byte[1 << 16];
    private int length = HEADER;
    private int recordStart;
    private int records;

    /** Forgets the records; the memory stays. */
    public void clear() {
        length = HEADER;
        records = 0;
    }

    /** Starts a record: what is written from here on belongs to it. */
    public void beginRecord() {
        reserve(Integer.BYTES);
        length += Integer.BYTES;
        recordStart = length;
    }

    /** Ends the record and returns its length in bytes. */
    public int endRecord() {
        int size = length - recordStart;
        ByteBuffer.wrap(bytes).putInt(recordStart - Integer.BYTES, size);
        records++;
        return size;
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** Records ended so far. */
    public int records() {
        return records;
    }

    /** Bytes of all records, without lengths and header. */
    public int dataBytes() {
        return length - HEADER - records * Integer.BYTES;
    }

    /** Bytes that this frame takes in a segment. */
    public int length() {
        return length;
    }

    /** Fills in the header and returns the frame's bytes, valid until the next change. */
    ByteBuffer seal(long first, long arrivalMillis) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        buffer.putInt(0, length - CHECKED);
        buffer.putLong(CHECKED, first);
        buffer.putLong(CHECKED + 8, arrivalMillis);
        buffer.putInt(CHECKED + 16, records);
        buffer.putInt(4, checksum(bytes, CHECKED, length - CHECKED));
        return buffer;
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
        }
    }
}
