package dev.hydrant.record.sensor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Each sensor's record with its timestamp and values still to be filled in. */
final class SensorTemplates {

    private static final byte[] ID = "{\"sensor_id\":\"".getBytes(US_ASCII);
    private static final byte[] TIMESTAMP = "\",\"timestamp\":".getBytes(US_ASCII);
    private static final byte[] LOCATION = "0000000000,\"location\":\"".getBytes(US_ASCII);
    private static final byte[] VALUES = ("\",\"temperature\":" + Readings.TEMPLATE).getBytes(US_ASCII);

    /** More than any record is long. */
    static final int MAX_LENGTH = ID.length + TIMESTAMP.length + LOCATION.length + VALUES.length + 2 * Fleet.MAX_NAME;

    /** Sensors kept in the table, half a megabyte of it at most; the others are rendered for each record. */
    private static final int KEPT = 4096;

    private final Fleet fleet;
    private final byte[][] kept;
    private final int timestamp;

    SensorTemplates(Fleet fleet) {
        this.fleet = fleet;
        byte[] scratch = new byte[MAX_LENGTH];
        timestamp = ID.length + fleet.writeId(0, scratch, 0) + TIMESTAMP.length;
        kept = new byte[Math.min(fleet.size(), KEPT)][];
        for (int sensor = 0; sensor < kept.length; sensor++) {
            kept[sensor] = Arrays.copyOf(scratch, render(sensor, scratch, 0));
        }
    }

    /** Where the timestamp's ten digits start in every record. */
    int timestamp() {
        return timestamp;
    }

    /** Writes the template of {@code sensor} and returns the position after it. */
    int write(int sensor, byte[] to, int at) {
        if (sensor >= kept.length) {
            return render(sensor, to, at);
        }
        byte[] template = kept[sensor];
        System.arraycopy(template, 0, to, at, template.length);
        return at + template.length;
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
}
