package dev.hydrant.lambda.transform;

import dev.hydrant.lambda.json.Malformed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The records of one invocation on their way to an answer: {@link #transform}, then {@link #fit} into one response, then
 * {@link #refuse} what could not be put back.
 */
final class TransformBatch {

    private final List<TransformRecord> records;
    private final TransformLog log;
    private final ResponseLimit room;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Integer> overflow = new ArrayList<>();

    TransformBatch(List<TransformRecord> records, TransformLog log) {
        this.records = records;
        this.log = log;
        this.room = new ResponseLimit(records);
    }

    void transform(Transform transform) {
        for (TransformRecord record : records) {
            try {
                answers.add(answer(record, transform.apply(record.decoded())));
            } catch (Malformed e) {
                answers.add(failed(record, e.getMessage()));
            }
        }
    }

    private static Answer answer(TransformRecord record, Transformed transformed) throws Malformed {
        if (!(transformed instanceof Transformed.Ok ok)) {
            return Answer.dropped(record);
        }
        Answer answer = Answer.ok(record, ok);
        if (!ResponseLimit.possible(answer)) {
            // Put back, it would come again and burst the next response as well.
            throw new Malformed("transformed to " + answer.counted() + " bytes: allowed " + ResponseLimit.COUNTED);
        }
        return answer;
    }

    /** Takes its room before any record that is Ok: an original that failed has nowhere else to go. */
    private Answer failed(TransformRecord record, String message) {
        log.failed(record.recordId(), message);
        Answer answer = Answer.failed(record);
        // Firehose has the original too: its data is left out only when the response would burst.
        return room.take(record, answer) ? answer : answer.withoutData();
    }

    void fit() {
        for (int i = 0; i < records.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.result() == Answer.Result.Ok && (!overflow.isEmpty() || !room.take(records.get(i), answer))) {
                overflow.add(i);
                answers.set(i, Answer.dropped(records.get(i)));
            }
        }
    }

    /** The originals of the records that found no room. */
    List<byte[]> overflow() {
        Base64.Decoder decoder = Base64.getDecoder();
        return overflow.stream().map(i -> decoder.decode(records.get(i).data())).toList();
    }

    /** Says which of {@link #overflow} could not be put back. */
    void refuse(PutBack.Refused refused) {
        for (int position : refused.positions()) {
            int i = overflow.get(position);
            answers.set(i, failed(records.get(i), "not put back: " + refused.reason()));
        }
        log.putBack(overflow.size() - refused.positions().size());
    }

    List<Answer> answers() {
        return answers;
    }
}
