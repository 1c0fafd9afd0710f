package dev.hydrant.record.dynamodb;

import dev.hydrant.record.Digits;
import dev.hydrant.record.EventTimes;
import dev.hydrant.record.IndexUuid;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.Slabs;
import dev.hydrant.record.UtcTime;
import dev.hydrant.record.lifecycle.Lifecycles;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Changes of a DynamoDB table, one JSON object and a newline a record, in the shape of Kinesis Data Streams for
 * DynamoDB (Amazon DynamoDB documentation, "Using Kinesis Data Streams to capture changes to DynamoDB").
 *
 * <p>Each item has a history: an INSERT, then MODIFYs, then perhaps a REMOVE, among those of the other items; see
 * {@link Lifecycles} for how a record finds its item.
 *
 * <pre>
 *   record i inserts item i,  or  is change v of item s, s &lt; i
 *   image(s, v) = f(seed, stream, s, v, eventTimeOf(s))
 *
 *   INSERT                            NewImage = image(s, 0)
 *   MODIFY   OldImage = image(s, v-1)  NewImage = image(s, v)
 *   REMOVE   OldImage = image(s, v)
 * </pre>
 *
 * The keys are {@code id} and {@code datetime}, the time of the INSERT. {@code eventID} is a UUID that carries the
 * index.
 */
public final class DynamoDbRecords implements RecordSource {

    private static final int INSERT = 0;
    private static final int MODIFY = 1;
    private static final int REMOVE = 2;
    private static final List<String> TYPES = List.of("INSERT", "MODIFY", "REMOVE");
    private static final Slabs NAMES = new Slabs(TYPES);

    private final LongUnaryOperator eventTimeOf;
    private final Lifecycles lifecycles;
    private final IndexUuid eventIds;
    private final Items items;
    private final Slabs texts;
    private final int maxLength;

    /**
     * Makes the timetable of changes.
     *
     * @param recordsPerSecond of the stream, by which the mean interval becomes a number of records; more than 0
     * @param eventTimeOf when record {@code index} happened, as {@link #write} is told for it: nanoseconds since the
     *     Unix epoch, not decreasing, the same whenever it is asked and by whichever thread
     * @throws IllegalArgumentException when a value is out of range
     */
    public DynamoDbRecords(
            long seed, String stream, DynamoDbOptions options, double recordsPerSecond, LongUnaryOperator eventTimeOf) {
        this.eventTimeOf = eventTimeOf;
        lifecycles = new Lifecycles(seed, stream, Histories.of(options), recordsPerSecond);
        eventIds = eventIds(seed, stream);
        items = new Items(seed, stream);
        texts = new Slabs(List.of(
                "{\"awsRegion\":\"" + options.awsRegion() + "\",\"eventID\":\"",
                "\",\"eventName\":\"",
                "\",\"userIdentity\":null,\"recordFormat\":\"application/json\",\"tableName\":\"" + options.tableName()
                        + "\",\"dynamodb\":{\"ApproximateCreationDateTime\":",
                ",\"Keys\":",
                ",\"NewImage\":",
                ",\"OldImage\":",
                ",\"SizeBytes\":",
                ",\"ApproximateCreationDateTimePrecision\":\"MICROSECOND\"},\"eventSource\":\"aws:dynamodb\"}\n"));
        maxLength = texts.total() + 3 * items.longest() + IndexUuid.LENGTH + NAMES.longest() + 32;
    }

    /** The ids of a stream's changes, to find the record that made a row. */
    public static IndexUuid eventIds(long seed, String stream) {
        return new IndexUuid(seed, stream, "dynamodb.event");
    }

    /**
     * Appends one change.
     *
     * @throws IllegalArgumentException when the index is negative, the event time before {@link EventTimes#MIN}, or
     *     before that of the item's INSERT
     */
    @Override
    public void write(long index, long eventTime, RecordBuffer out) {
        EventTimes.check(index, eventTime);
        long at = lifecycles.at(index);
        int stage = Lifecycles.stage(at);
        int change = change(stage);
        int version = stage & (Histories.REMOVE - 1);
        long item = Lifecycles.subject(index, at);
        long inserted = change == INSERT ? eventTime : EventTimes.earlier(eventTimeOf, item, index, eventTime);

        byte[] to = out.reserve(maxLength);
        int end = eventIds.write(index, to, texts.write(0, to, out.length()));
        end = NAMES.write(change, to, texts.write(1, to, end));
        end = UtcTime.writeMicros(eventTime, to, texts.write(2, to, end));
        end = items.writeKeys(item, inserted, to, texts.write(3, to, end));
        int size = Items.keysSize();
        if (change != REMOVE) {
            end = items.writeImage(item, version, inserted, to, texts.write(4, to, end));
            size += items.imageSize(item, version);
        }
        if (change != INSERT) {
            int old = change == MODIFY ? version - 1 : version;
            end = items.writeImage(item, old, inserted, to, texts.write(5, to, end));
            size += items.imageSize(item, old);
        }
        end = Digits.plain(size, to, texts.write(6, to, end));
        out.length(texts.write(7, to, end));
    }

    /** The record's {@code eventName}. */
    @Override
    public String typeOf(long index) {
        return TYPES.get(change(Lifecycles.stage(lifecycles.at(index))));
    }

    private static int change(int stage) {
        return stage == 0 ? INSERT : stage < Histories.REMOVE ? MODIFY : REMOVE;
    }
}
