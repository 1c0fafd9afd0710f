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
 * buffer and one random generator for all records, field names encoded beforehand, no tree and no object a record.
 */
final class JacksonSensors {

    private static final SerializedString SENSOR_ID = new SerializedString("sensor_id");
    private static final SerializedString TIMESTAMP = new SerializedString("timestamp");
    private static final SerializedString LOCATION = new SerializedString("location");
    private static final SerializedString TEMPERATURE = new SerializedString("temperature");
    private static final SerializedString HUMIDITY = new SerializedString("humidity");
    private static final SerializedString PRESSURE = new SerializedString("pressure");

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
        number(TEMPERATURE, 18 + 10 * random.nextDouble());
        number(HUMIDITY, 40 + 40 * random.nextDouble());
        number(PRESSURE, 1000 + 20 * random.nextDouble());
        json.writeEndObject();
    }

    /** The quick way that also keeps both decimals: a random whole number of hundredths. */
    void writeHundredths(long index, long eventTime) throws IOException {
        start(index, eventTime);
        hundredths(TEMPERATURE, 18_00 + random.nextInt(1001));
        hundredths(HUMIDITY, 40_00 + random.nextInt(4001));
        hundredths(PRESSURE, 1000_00 + random.nextInt(2001));
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
        json.writeFieldName(SENSOR_ID);
        json.writeString(ids[sensor]);
        json.writeFieldName(TIMESTAMP);
        json.writeNumber(eventTime / 1_000_000_000);
        json.writeFieldName(LOCATION);
        json.writeString(locations[sensor]);
    }

    private void number(SerializedString field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(Math.round(value * 100) / 100.0);
    }

    private void hundredths(SerializedString field, int value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(BigDecimal.valueOf(value, 2));
    }
}
