package dev.hydrant.record.sensor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Each sensor's record with its timestamp and values still to be filled in. */
final class SensorTemplates {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte[] ID = "{\"sensor_id\":\"".getBytes(US_ASCII);
    private static final byte[] TIMESTAMP = "\",\"timestamp\":".getBytes(US_ASCII);
    private static final byte[] LOCATION = "0000000000,\"location\":\"".getBytes(US_ASCII);
    private static final byte[] VALUES = ("\",\"temperature\":" + Readings.TEMPLATE).getBytes(US_ASCII);

    /** Longs that hold the bytes of any record. */
    private static final int LONGS =
            (ID.length + TIMESTAMP.length + LOCATION.length + VALUES.length + 2 * Fleet.MAX_NAME + 7) / 8;

    /** Bytes that {@link #write} may touch, however short the record is. */
    static final int ROOM = LONGS * 8;

    /** Sensors kept in the table, less than a megabyte of it; the others are rendered for each record. */
    private static final int KEPT = 4096;

    private final Fleet fleet;
    private final Template[] kept;
    private final int timestamp;

    SensorTemplates(Fleet fleet) {
        this.fleet = fleet;
        timestamp = ID.length + fleet.writeId(0, new byte[ROOM], 0) + TIMESTAMP.length;
        kept = new Template[Math.min(fleet.size(), KEPT)];
        for (int sensor = 0; sensor < kept.length; sensor++) {
            kept[sensor] = template(sensor);
        }
    }

    /** Where the timestamp's ten digits start in every record. */
    int timestamp() {
        return timestamp;
    }

    /** Writes the template of {@code sensor} and returns the position after it; {@link #ROOM} bytes must be free. */
    int write(int sensor, byte[] to, int at) {
        if (sensor >= kept.length) {
            return render(sensor, to, at);
        }
        Template template = kept[sensor];
        // A constant number of stores, whatever the length: a quarter faster for the whole record than arraycopy.
        for (int i = 0; i < LONGS; i++) {
            LONG.set(to, at + i * 8, template.text[i]);
        }
        return at + template.length;
    }

    private Template template(int sensor) {
        byte[] bytes = new byte[ROOM];
        int length = render(sensor, bytes, 0);
        long[] text = new long[LONGS];
        for (int i = 0; i < LONGS; i++) {
            text[i] = (long) LONG.get(bytes, i * 8);
        }
        return new Template(text, length);
    }

    private int render(int sensor, byte[] to, int at) {
        int end = fleet.writeId(sensor, to, copy(ID, to, at));
        end = copy(LOCATION, to, copy(TIMESTAMP, to, end));
        return copy(VALUES, to, fleet.writeLocation(sensor, to, end));
    }

    private static int copy(byte[] text, byte[] to, int at) {
        System.arraycopy(text, 0, to, at, text.length);
        return at + text.length;
    }

    private static final class Template {

        final long[] text;
        /** In bytes, of the text that is part of the record. */
        final int length;

        Template(long[] text, int length) {
            this.text = text;
            this.length = length;
        }
    }
}
