package dev.hydrant.benchmarks.generation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.hydrant.record.sensor.Fleet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;

/**
 * The rival: sensor records as one writes them with a JSON library and a random generator, with care. One generator, one
 * buffer and one random generator for all records; no tree, no map, no mapper.
 */
final class JacksonSensors {

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;
    private final Random random = new Random(1);
    private final String[] ids;
    private final String[] locations;

    JacksonSensors(Fleet fleet, int capacity) {
        bytes = new ByteArrayOutputStream(capacity);
        ids = new String[fleet.size()];
        locations = new String[fleet.size()];
        for (int sensor = 0; sensor < ids.length; sensor++) {
            ids[sensor] = fleet.id(sensor);
            locations[sensor] = fleet.location(sensor);
        }
        try {
            json = new JsonFactory().createGenerator(bytes).setRootValueSeparator(new SerializedString("\n"));
        } catch (IOException e) {
            throw new IllegalStateException("a generator over memory cannot fail", e);
        }
    }

    /** The usual way: a random double rounded to two decimals, as {@code Double.toString} shows it (23.5, not 23.50). */
    void writeRounded(long index, long eventTime) throws IOException {
        start(index, eventTime);
        json.writeNumberField("temperature", rounded(18 + 10 * random.nextDouble()));
        json.writeNumberField("humidity", rounded(40 + 40 * random.nextDouble()));
        json.writeNumberField("pressure", rounded(1000 + 20 * random.nextDouble()));
        json.writeEndObject();
    }

    /** The quick way that also keeps both decimals: a random whole number of hundredths. */
    void writeHundredths(long index, long eventTime) throws IOException {
        start(index, eventTime);
        json.writeNumberField("temperature", BigDecimal.valueOf(18_00 + random.nextInt(1001), 2));
        json.writeNumberField("humidity", BigDecimal.valueOf(40_00 + random.nextInt(4001), 2));
        json.writeNumberField("pressure", BigDecimal.valueOf(1000_00 + random.nextInt(2001), 2));
        json.writeEndObject();
    }

    ByteArrayOutputStream flush() throws IOException {
        json.flush();
        return bytes;
    }

    void clear() {
        bytes.reset();
    }

    private void start(long index, long eventTime) throws IOException {
        int sensor = (int) (index % ids.length);
        json.writeStartObject();
        json.writeStringField("sensor_id", ids[sensor]);
        json.writeNumberField("timestamp", eventTime / 1_000_000_000);
        json.writeStringField("location", locations[sensor]);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
