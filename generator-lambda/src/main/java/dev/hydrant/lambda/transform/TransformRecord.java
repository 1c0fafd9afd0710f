package dev.hydrant.lambda.transform;

import dev.hydrant.lambda.json.Malformed;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One record of the event, as Firehose sends it.
 *
 * @param recordId Firehose's name for it; the answer repeats it
 * @param data base64, or null when the event has none
 */
public record TransformRecord(String recordId, @Nullable String data) {

    /** @throws Malformed when there is no data, or it is not base64 */
    byte[] decoded() throws Malformed {
        if (data == null) {
            throw new Malformed("data missing");
        }
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new Malformed("data is not base64: " + e.getMessage());
        }
    }
}
