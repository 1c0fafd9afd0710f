package dev.hydrant.lambda.transform;

import java.util.List;

/**
 * The room in one answer. Lambda refuses a response above 6 MB, and with it the whole batch, so an answer keeps within two
 * bounds:
 *
 * <ul>
 *   <li>6,000,000 bytes of recordId and data of the records that are Ok, the rule of AWS's blueprint for Firehose transforms;
 *   <li>6,291,456 bytes of JSON: thousands of small records with a table each pass this one first.
 * </ul>
 *
 * <p>Every record keeps its place in the answer, with data or without: that much of the second bound is set aside at the
 * start.
 */
final class ResponseLimit {

    static final int COUNTED = 6_000_000;
    static final int RESPONSE = 6 * 1024 * 1024;

    /** {@code {"records":[]}} and a little air. */
    private static final int ENVELOPE = 64;

    private long counted;
    private long size = ENVELOPE;

    ResponseLimit(List<TransformRecord> records) {
        for (TransformRecord record : records) {
            size += place(record);
        }
    }

    /** Whether an answer keeps within both bounds when it has the whole response to itself. */
    static boolean possible(Answer answer) {
        return answer.counted() <= COUNTED && ENVELOPE + (long) answer.size() <= RESPONSE;
    }

    /** Takes the room for this answer of {@code record}, if there is still as much. */
    boolean take(TransformRecord record, Answer answer) {
        long newCounted = counted + (answer.result() == Answer.Result.Ok ? answer.counted() : 0);
        long newSize = size + answer.size() - place(record);
        if (newCounted > COUNTED || newSize > RESPONSE) {
            return false;
        }
        counted = newCounted;
        size = newSize;
        return true;
    }

    /** The longest answer without data. */
    private static int place(TransformRecord record) {
        return Answer.failed(record).withoutData().size();
    }
}
