package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One record of the answer, as Firehose reads it.
 *
 * @param data base64, or null when the answer leaves it out
 * @param route the table, for a record that is Ok
 */
record Answer(
        String recordId,
        Result result,
        @Nullable String data,
        @Nullable Route route) {

    /** The results that Firehose knows, in its spelling. */
    enum Result {
        Ok,
        Dropped,
        ProcessingFailed
    }

    private static final int FRAME = "{'recordId':'','result':''},".length();
    private static final int DATA = ",'data':''".length();
    private static final int METADATA = ",'metadata':".length();

    static Answer ok(TransformRecord record, Transformed.Ok ok) {
        return new Answer(record.recordId(), Result.Ok, Base64.getEncoder().encodeToString(ok.data()), ok.route());
    }

    static Answer dropped(TransformRecord record) {
        return new Answer(record.recordId(), Result.Dropped, null, null);
    }

    /** With the original data, exactly as it came. */
    static Answer failed(TransformRecord record) {
        return new Answer(record.recordId(), Result.ProcessingFailed, record.data(), null);
    }

    Answer withoutData() {
        return new Answer(recordId, result, null, route);
    }

    /** Bytes of recordId and data: what AWS's blueprint counts against 6,000,000. */
    int counted() {
        return AsciiJson.length(recordId) + (data == null ? 0 : AsciiJson.length(data));
    }

    /** Bytes of this record in the answer's JSON, the comma after it included. */
    int size() {
        return FRAME
                + result.name().length()
                + counted()
                + (data == null ? 0 : DATA)
                + (route == null ? 0 : METADATA + route.size());
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("recordId", recordId);
        out.writeStringField("result", result.name());
        if (data != null) {
            out.writeStringField("data", data);
        }
        if (route != null) {
            out.writeFieldName("metadata");
            route.write(out);
        }
        out.writeEndObject();
    }
}
