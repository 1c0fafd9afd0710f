package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hydrant.record.Digits;
import dev.hydrant.record.UtcTime;

/**
 * The {@code mail} object of one letter's messages, made once but for the recipient, the time and the ids: four texts,
 * between which the recipient's address is written, with blanks in them for what has a fixed length.
 */
final class Mail {

    private static final String RECIPIENT = "${recipient}";
    private static final String SENT = "${sent}";
    private static final String MESSAGE_ID = "${messageid}";
    private static final String PART_ID = "${partid}";
    private static final int PART_ID_LENGTH = 22;

    private final byte[] head;
    private final byte[] from;
    private final byte[] content;
    private final byte[] tail;
    private final int sentAt;
    private final int idAt;
    private final int boundaryAt;
    private final int partIdAt;
    private final int idAgainAt;

    /** @param json with the fields in the order in which {@link #write} has them */
    Mail(String json) {
        String[] texts = JsonText.unwrap(json).split("\\Q" + RECIPIENT + "\\E", -1);
        StringBuilder text = new StringBuilder(texts[0]);
        sentAt = blank(text, SENT, UtcTime.ISO_LENGTH);
        idAt = blank(text, MESSAGE_ID, MessageId.LENGTH);
        head = bytes(text);
        from = bytes(texts[1]);
        text = new StringBuilder(texts[2]);
        boundaryAt = blank(text, PART_ID, PART_ID_LENGTH);
        partIdAt = blank(text, PART_ID, PART_ID_LENGTH);
        content = bytes(text);
        text = new StringBuilder(texts[3]);
        idAgainAt = blank(text, MESSAGE_ID, MessageId.LENGTH);
        tail = bytes(text);
    }

    /**
     * Writes the object and returns the position after it.
     *
     * @param serial eight digits of the message
     * @param sent nanoseconds since the Unix epoch
     */
    int write(
            long message,
            int serial,
            int recipient,
            long sent,
            Recipients recipients,
            MessageId ids,
            byte[] to,
            int at) {
        System.arraycopy(head, 0, to, at, head.length);
        UtcTime.writeIso(sent, to, at + sentAt);
        ids.write(message, sent, to, at + idAt);

        int end = recipients.writeAddress(recipient, to, at + head.length);
        int addressLength = end - at - head.length;
        System.arraycopy(from, 0, to, end, from.length);
        end += from.length;
        System.arraycopy(to, at + head.length, to, end, addressLength);
        end += addressLength;

        System.arraycopy(content, 0, to, end, content.length);
        Digits.four(serial / 10_000, to, end + boundaryAt);
        Digits.four(serial % 10_000, to, end + boundaryAt + 4);
        to[end + boundaryAt + 8] = '.';
        UtcTime.writeMillis(sent, to, end + boundaryAt + 9);
        System.arraycopy(to, end + boundaryAt, to, end + partIdAt, PART_ID_LENGTH);
        end += content.length;
        System.arraycopy(to, at + head.length, to, end, addressLength);
        end += addressLength;

        System.arraycopy(tail, 0, to, end, tail.length);
        System.arraycopy(to, at + idAt, to, end + idAgainAt, MessageId.LENGTH);
        return end + tail.length;
    }

    /** Bytes of it without the recipient's address, which comes in three places. */
    int textLength() {
        return head.length + from.length + content.length + tail.length;
    }

    /** Puts blanks where {@code field} stands first and returns where that is. */
    private static int blank(StringBuilder text, String field, int length) {
        int at = text.indexOf(field);
        text.replace(at, at + field.length(), " ".repeat(length));
        return at;
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(US_ASCII);
    }
}
