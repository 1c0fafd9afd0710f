package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hydrant.record.Hex;
import dev.hydrant.record.IndexUuid;

/**
 * Message ids as SES makes them, which carry the index of the Send:
 *
 * <pre>
 *   0100 018f6d3e5b7a - 1a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d - 000000
 *        |              |
 *        milliseconds   index and check, see {@link IndexUuid}
 *        since 1970, hexadecimal
 * </pre>
 *
 * So a row of a table leads back to the record that made it, given the run's seed and the stream's name.
 */
public final class MessageId {

    /** Characters of a message id. */
    public static final int LENGTH = 60;

    /** What is the same in all of them. */
    static final String BLANK = "0100            -        -    -    -    -            -000000";

    private static final byte[] BLANK_BYTES = BLANK.getBytes(US_ASCII);

    private static final int UUID = 17;
    private static final int END = UUID + IndexUuid.LENGTH;

    private final IndexUuid uuids;

    public MessageId(long seed, String stream) {
        this(seed, stream, "ses.message");
    }

    MessageId(long seed, String stream, String field) {
        uuids = new IndexUuid(seed, stream, field);
    }

    /**
     * Writes the id of the message that was sent as record {@code index} and returns the position after it.
     *
     * @param sent when: nanoseconds since the Unix epoch, UTC
     */
    public int write(long index, long sent, byte[] to, int at) {
        System.arraycopy(BLANK_BYTES, 0, to, at, LENGTH);
        fill(index, sent, to, at, at);
        return at + LENGTH;
    }

    /** Writes the digits of that id at both places, where {@link #BLANK} stands already. */
    void fill(long index, long sent, byte[] to, int at, int again) {
        long millis = sent / 1_000_000;
        Hex.eight(0x0100_0000L | millis >>> 32, to, at, again);
        Hex.eight(millis, to, at + 8, again + 8);
        uuids.fill(index, to, at + UUID, again + UUID);
    }

    /** The index of the Send whose message id is {@code text}, or -1 when it is not one of this stream's. */
    public long indexOf(CharSequence text) {
        boolean form = text.length() == LENGTH
                && Hex.parse(text, 0, 4) == 0x0100
                && Hex.parse(text, 4, 12) >= 0
                && text.charAt(UUID - 1) == '-'
                && text.subSequence(END, LENGTH).toString().equals("-000000");
        return form ? uuids.indexOf(text, UUID) : -1;
    }
}
