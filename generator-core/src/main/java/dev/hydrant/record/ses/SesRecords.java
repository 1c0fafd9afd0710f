package dev.hydrant.record.ses;

import dev.hydrant.record.EventTimes;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.Slabs;
import dev.hydrant.record.lifecycle.Lifecycles;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * SES events, one JSON object and a newline a record, in the shape of SES's event publishing to Firehose (Amazon SES
 * documentation, "Contents of event data that Amazon SES publishes to Firehose").
 *
 * <p>The stream is one that a mail system could have made. A record either sends a message or tells something about one
 * that a smaller index sent, as {@link Lifecycles} finds it; what comes of a message is a path of {@link Funnel}:
 *
 * <pre>
 *   record i sends message i,  or  is event e of message s, s &lt; i
 *   mail of message s = f(seed, stream, s, eventTimeOf(s)), the same in all its events
 *   of N records, N / (1 + R) send, R the sum of the published types' rates
 * </pre>
 *
 * The rates hold in the long run and, as long as the delays are a small part of the run, in a short one too, although
 * the last messages' events are still to come: the first messages make up for them. Only what nearly every message
 * meets, its delivery, stays behind by those that are under way.
 *
 * <p>Values are from vocabularies; see {@link SesOptions} for what can be chosen, {@link MessageId} for the way back
 * from a row.
 */
public final class SesRecords implements RecordSource {

    private static final EventType[] TYPES = EventType.values();
    private static final int CLICK = EventType.CLICK.code();

    private final LongUnaryOperator eventTimeOf;
    private final Lifecycles lifecycles;
    private final Picks picks;
    private final FieldWriter fields;
    private final Slabs openings;
    private final Letters letters;
    private final Template[][] details = new Template[TYPES.length][];
    private final int maxLength;

    /**
     * Makes the vocabularies and the timetable; on a cold JVM this takes most of a second, nearly all of it
     * Datafaker's.
     *
     * @param recordsPerSecond of the stream, by which the mean delays become numbers of records; more than 0
     * @param eventTimeOf when record {@code index} happened, as {@link #write} is told for it: nanoseconds since the
     *     Unix epoch, not decreasing, the same whenever it is asked and by whichever thread
     * @throws IllegalArgumentException when a value is out of range
     */
    public SesRecords(
            long seed, String stream, SesOptions options, double recordsPerSecond, LongUnaryOperator eventTimeOf) {
        this.eventTimeOf = eventTimeOf;
        lifecycles = new Lifecycles(seed, stream, Funnel.lifecycles(options), recordsPerSecond);
        picks = new Picks(seed, stream);
        Vocabulary words = Vocabulary.of(seed, stream);
        Recipients recipients = new Recipients(words);
        fields = new FieldWriter(seed, stream, recipients, new Readers(words));
        letters =
                new Letters(words, recipients, new MessageId(seed, stream), opening(EventType.SEND), ",\"send\":{}}\n");
        openings = new Slabs(Arrays.stream(TYPES).map(SesRecords::opening).toList());
        int longest = 0;
        for (EventType type : TYPES) {
            details[type.code()] = Details.of(type, letters).toArray(Template[]::new);
            for (Template detail : details[type.code()]) {
                longest = Math.max(longest, detail.longest(fields));
            }
        }
        maxLength = openings.longest() + letters.longestSend() + longest + 1;
    }

    /**
     * Appends one event.
     *
     * @throws IllegalArgumentException when the index is negative, the event time before {@link EventTimes#MIN}, or
     *     before that of the message it is about
     */
    @Override
    public void write(long index, long eventTime, RecordBuffer out) {
        EventTimes.check(index, eventTime);
        byte[] to = out.reserve(maxLength);
        long at = lifecycles.at(index);
        int type = Lifecycles.stage(at);
        int end = type == 0
                ? writeSend(index, eventTime, to, out.length())
                : writeLater(index, type, Lifecycles.subject(index, at), eventTime, to, out.length());
        out.length(end);
    }

    private int writeSend(long message, long sent, byte[] to, int at) {
        long picked = picks.of(message);
        return letters.mail(Picks.letter(picked)).writeSend(message, picked, sent, to, at);
    }

    private int writeLater(long index, int type, long message, long eventTime, byte[] to, int at) {
        long sent = EventTimes.earlier(eventTimeOf, message, index, eventTime);
        long picked = picks.of(message);
        int end = openings.write(type, to, at);
        end = letters.mail(Picks.letter(picked)).write(message, picked, sent, to, end);
        end = detail(type, picked).write(fields, message, picked, sent, eventTime, to, end);
        to[end++] = '\n';
        return end;
    }

    /** The record's {@code eventType}. */
    @Override
    public String typeOf(long index) {
        return TYPES[Lifecycles.stage(lifecycles.at(index))].text();
    }

    private static String opening(EventType type) {
        return "{\"eventType\":\"" + type.text() + "\",\"mail\":";
    }

    private Template detail(int type, long picked) {
        Template[] variants = details[type];
        if (type == CLICK) {
            return variants[Picks.letter(picked) * Letters.LINKS + Picks.variant(picked, Letters.LINKS)];
        }
        return variants[Picks.variant(picked, variants.length)];
    }
}
