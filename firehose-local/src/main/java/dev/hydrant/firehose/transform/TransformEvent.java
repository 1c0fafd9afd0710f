package dev.hydrant.firehose.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The event that Firehose invokes a transforming function with (AWS documentation of Firehose's data transformation). */
record TransformEvent(String streamArn, String region) {

    private static final JsonFactory JSON = new JsonFactory();

    byte[] write(String invocationId, TransformBatch batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("invocationId", invocationId);
            json.writeStringField("deliveryStreamArn", streamArn);
            json.writeStringField("region", region);
            json.writeArrayFieldStart("records");
            for (int i = 0; i < batch.size(); i++) {
                json.writeStartObject();
                json.writeStringField("recordId", batch.recordId(i));
                json.writeNumberField("approximateArrivalTimestamp", batch.arrivalMillis(i));
                json.writeFieldName("data");
                json.writeBinary(batch.bytes(), batch.offset(i), batch.length(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }
}
