package dev.hydrant.record.ses;

import dev.hydrant.record.Digits;
import dev.hydrant.record.UtcTime;

/** Writes the fields of a stream's templates. */
final class FieldWriter {

    /** Amazon SES documentation: mail is tried for 14 hours unless the sender asks for less. */
    private static final long MAX_DELIVERY_NANOS = 14 * 3_600_000_000_000L;

    private static final long BILLION = 1_000_000_000;
    private static final long LAST = Long.MAX_VALUE - MAX_DELIVERY_NANOS;

    private final Recipients recipients;
    private final Readers readers;
    private final MessageId feedbackIds;

    FieldWriter(long seed, String stream, Recipients recipients, Readers readers) {
        this.recipients = recipients;
        this.readers = readers;
        feedbackIds = new MessageId(seed, stream, "ses.feedback");
    }

    /**
     * Writes one field and returns the position after it.
     *
     * @param message the index of the Send
     * @param picked what {@link Picks#of} chose for it
     * @param sent when that was: nanoseconds since the Unix epoch
     * @param time when the event happened, not before
     */
    int write(Field field, long message, long picked, long sent, long time, byte[] to, int at) {
        return switch (field) {
            case TIME -> UtcTime.writeIso(time, to, at);
            case ELAPSED -> elapsed(time / 1_000_000 - sent / 1_000_000, to, at);
            case EXPIRY -> UtcTime.writeIso(Math.min(sent, LAST) + MAX_DELIVERY_NANOS, to, at);
            case FEEDBACKID -> feedbackIds.write(message, time, to, at);
            case RECIPIENT -> recipients.writeAddress(Picks.recipient(picked), to, at);
            case READ -> readers.write(Picks.recipient(picked), time, to, at);
            case SERIAL -> serial(Picks.serial(picked), to, at);
        };
    }

    int longest() {
        // A message id is longer than an address.
        return Math.max(readers.longest(), MessageId.LENGTH);
    }

    private static int serial(int value, byte[] to, int at) {
        Digits.eight(value, to, at);
        return at + 8;
    }

    private static int elapsed(long millis, byte[] to, int at) {
        if (millis < BILLION) {
            return Digits.plain((int) millis, to, at);
        }
        return Digits.padded((int) (millis % BILLION), 9, to, Digits.plain((int) (millis / BILLION), to, at));
    }
}
