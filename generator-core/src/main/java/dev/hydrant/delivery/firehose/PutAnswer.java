package dev.hydrant.delivery.firehose;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Recognises, without reading it as JSON, the usual answer of PutRecordBatch: no failure, and a record id for each record. */
final class PutAnswer {

    private static final byte[] ID = "\"RecordId\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE_FAILED = "{\"FailedPutCount\":0,".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE_FAILED_SPACED = "{\"FailedPutCount\": 0,".getBytes(StandardCharsets.US_ASCII);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUOTES = 0x2222222222222222L;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private PutAnswer() {}

    /**
     * True only when none has failed and there are {@code records} record ids. False means that the answer must be read: it
     * is another one, or written in another way.
     */
    static boolean takesAll(byte[] answer, int length, int records) {
        return (startsWith(answer, 0, length, NONE_FAILED) || startsWith(answer, 0, length, NONE_FAILED_SPACED))
                && ids(answer, length) == records;
    }

    /**
     * Ids of one service are equally long: where the next is expected, it usually stands. A quote in an id is escaped, so what
     * is found there is a key.
     */
    private static int ids(byte[] answer, int length) {
        int ids = 0;
        int stride = 0;
        int at = nextId(answer, 0, length);
        while (at < length) {
            ids++;
            int next = at + stride;
            if (stride == 0 || !startsWith(answer, next, length, ID)) {
                next = nextId(answer, at + 1, length);
                stride = next - at;
            }
            at = next;
        }
        return ids;
    }

    private static int nextId(byte[] answer, int from, int length) {
        int at = quote(answer, from, length);
        while (at < length && !startsWith(answer, at, length, ID)) {
            at = quote(answer, at + 1, length);
        }
        return at;
    }

    /** The next quote from {@code at}, or {@code length}: few characters are quotes once an id is 224 long, so eight at a time. */
    private static int quote(byte[] answer, int at, int length) {
        int next = at;
        for (; next <= length - Long.BYTES; next += Long.BYTES) {
            long difference = (long) LONG.get(answer, next) ^ QUOTES;
            // The lowest byte that is zero has its high bit set here, and none below it has.
            long zeros = (difference - ONES) & ~difference & HIGHS;
            if (zeros != 0) {
                return next + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (next < length && answer[next] != '"') {
            next++;
        }
        return next;
    }

    private static boolean startsWith(byte[] text, int at, int length, byte[] word) {
        return at + word.length <= length && Arrays.equals(text, at, at + word.length, word, 0, word.length);
    }
}
