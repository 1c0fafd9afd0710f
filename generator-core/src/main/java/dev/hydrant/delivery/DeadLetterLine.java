package dev.hydrant.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * A dead letter as a JSON object with the fields of Firehose's own error output (rawData in base64, errorCode,
 * errorMessage, attemptsMade, arrivalTimestamp, attemptEndingTimestamp; milliseconds) and the record's index.
 */
public final class DeadLetterLine {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private DeadLetterLine() {}

    /**
     * Writes the record at {@code position}, without the line's end.
     *
     * @param attempts how often it was sent
     * @param start the run's start, epoch nanoseconds: a record arrived when it was due
     * @param ended when it was given up, epoch milliseconds
     */
    public static void write(
            OutputStream out,
            RecordBatch batch,
            int position,
            String code,
            String message,
            int attempts,
            long start,
            long ended)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("rawData");
            json.writeBinary(batch.bytes(), batch.offset(position), batch.length(position));
            json.writeStringField("errorCode", code);
            json.writeStringField("errorMessage", message);
            json.writeNumberField("attemptsMade", attempts);
            json.writeNumberField("arrivalTimestamp", TimeUnit.NANOSECONDS.toMillis(start + batch.due(position)));
            json.writeNumberField("attemptEndingTimestamp", ended);
            json.writeNumberField("index", batch.index(position));
            json.writeEndObject();
        }
    }
}
