package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hydrant.record.Digits;
import dev.hydrant.record.UtcTime;

/**
 * The {@code mail} object of one letter's messages, made once but for the recipient, the time and the ids: a text with
 * blanks for these, inside the text of the Send that it is of.
 */
final class Mail {

    private static final String RECIPIENT = "${recipient}";
    private static final String SENT = "${sent}";
    private static final String MESSAGE_ID = "${messageid}";
    private static final String PART_ID = "${partid}";
    /** Eight digits and the milliseconds since 1970. */
    private static final String PART_ID_BLANK = "        .             ";

    private final Recipients recipients;
    private final MessageId ids;
    private final byte[] text;
    private final int begin;
    private final int end;
    private final int sentAt;
    private final int idAt;
    private final int recipientAt;
    private final int recipientAgainAt;
    private final int partIdAt;
    private final int recipientOnceMoreAt;
    private final int idAgainAt;

    /**
     * @param opening of the Send
     * @param json with the fields in the order of this constructor
     * @param closing of the Send
     * @param addressLength characters of the address of each who gets the letter
     */
    Mail(Recipients recipients, MessageId ids, String opening, String json, String closing, int addressLength) {
        this.recipients = recipients;
        this.ids = ids;
        StringBuilder form = new StringBuilder(opening).append(JsonText.unwrap(json));
        String address = " ".repeat(addressLength);
        begin = opening.length();
        sentAt = blank(form, begin, SENT, " ".repeat(UtcTime.ISO_LENGTH));
        idAt = blank(form, sentAt, MESSAGE_ID, MessageId.BLANK);
        recipientAt = blank(form, idAt, RECIPIENT, address);
        recipientAgainAt = blank(form, recipientAt, RECIPIENT, address);
        partIdAt = blank(form, recipientAgainAt, PART_ID, PART_ID_BLANK);
        recipientOnceMoreAt = blank(form, partIdAt, RECIPIENT, address);
        idAgainAt = blank(form, recipientOnceMoreAt, MESSAGE_ID, MessageId.BLANK);
        if (form.indexOf("${") >= 0) {
            throw new IllegalArgumentException("mail " + form + ": allowed each field as often as it is filled in");
        }
        end = form.length();
        text = form.append(closing).toString().getBytes(US_ASCII);
    }

    /**
     * Writes the whole record of the Send and returns the position after it.
     *
     * @param picked what {@link Picks#of} chose for the message
     * @param sent nanoseconds since the Unix epoch
     */
    int writeSend(long message, long picked, long sent, byte[] to, int at) {
        System.arraycopy(text, 0, to, at, text.length);
        fill(message, picked, sent, to, at);
        return at + text.length;
    }

    /** Writes the object alone and returns the position after it. */
    int write(long message, long picked, long sent, byte[] to, int at) {
        System.arraycopy(text, begin, to, at, end - begin);
        fill(message, picked, sent, to, at - begin);
        return at - begin + end;
    }

    /** Bytes of the whole Send. */
    int length() {
        return text.length;
    }

    private void fill(long message, long picked, long sent, byte[] to, int at) {
        UtcTime.writeIso(sent, to, at + sentAt);
        ids.fill(message, sent, to, at + idAt, at + idAgainAt);
        recipients.writeAddress(
                Picks.recipient(picked), to, at + recipientAt, at + recipientAgainAt, at + recipientOnceMoreAt);
        Digits.eight(Picks.serial(picked), to, at + partIdAt);
        UtcTime.writeMillis(sent, to, at + partIdAt + 9);
    }

    /** Puts {@code blank} where the next {@code field} stands, and returns where that is. */
    private static int blank(StringBuilder text, int from, String field, String blank) {
        int at = text.indexOf(field);
        if (at < from) {
            throw new IllegalArgumentException("mail " + text + ": " + field + " is allowed from " + from + " on");
        }
        text.replace(at, at + field.length(), blank);
        return at;
    }
}
