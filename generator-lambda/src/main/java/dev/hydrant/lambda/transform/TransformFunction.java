package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hydrant.lambda.json.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A transforming function of Firehose: an event in, an answer out that has the event's recordIds, each once, in order.
 *
 * <p>Every record ends in exactly one place: answered Ok, answered Dropped because the transform leaves it out, answered
 * Dropped and put back into the stream because the answer is full, or answered ProcessingFailed with its original data.
 * From the first record that finds no room on, all that would be Ok go back, so that the order is kept as far as it can be.
 */
public record TransformFunction(Transform transform, PutBack putBack) {

    /**
     * Serves one invocation.
     *
     * @param remainingMillis what is left of it
     * @throws IllegalArgumentException when {@code in} is not an event of Firehose
     */
    public void invoke(InputStream in, OutputStream out, LongSupplier remainingMillis, TransformLog log)
            throws IOException {
        TransformEvent event = TransformEvent.read(in);
        TransformBatch batch = new TransformBatch(event.records(), log);
        batch.transform(transform);
        batch.fit();
        batch.refuse(putBack(event, batch, remainingMillis));
        try (JsonGenerator json = AsciiJson.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            for (Answer answer : batch.answers()) {
                answer.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        log.end(event.invocationId(), batch.answers());
    }

    private PutBack.Refused putBack(TransformEvent event, TransformBatch batch, LongSupplier remainingMillis) {
        List<byte[]> originals = batch.overflow();
        if (originals.isEmpty()) {
            return new PutBack.Refused(List.of(), null);
        }
        try {
            return putBack.put(event.deliveryStream(), originals, remainingMillis);
        } catch (Malformed e) {
            List<Integer> all = IntStream.range(0, originals.size()).boxed().toList();
            return new PutBack.Refused(all, e.getMessage());
        }
    }
}
