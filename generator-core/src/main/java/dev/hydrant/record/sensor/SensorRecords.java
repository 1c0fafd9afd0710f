package dev.hydrant.record.sensor;

import dev.hydrant.record.Digits;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;

/**
 * Sensor readings, one JSON object and a newline a record; the sensors of the fleet report in turn.
 *
 * <pre>
 * {"sensor_id":"sensor-001","timestamp":1700000000,"location":"warehouse-a","temperature":23.45,"humidity":55.12,"pressure":1013.25}
 * </pre>
 *
 * {@code timestamp} is the event time in whole Unix seconds, rounded down; the values have two decimals.
 */
public final class SensorRecords implements RecordSource {

    /** The first event time with ten digits of Unix seconds, 2001-09-09T01:46:40Z, in nanoseconds; the last is what a long holds. */
    public static final long MIN_EVENT_TIME = 1_000_000_000_000_000_000L;

    private static final int VALUES = Readings.TEMPLATE.length();

    private final int sensors;
    private final Readings readings;
    private final SensorTemplates templates;

    public SensorRecords(Fleet fleet, Readings readings) {
        sensors = fleet.size();
        this.readings = readings;
        templates = new SensorTemplates(fleet);
    }

    /** @throws IllegalArgumentException when the index is negative or the event time before {@link #MIN_EVENT_TIME} */
    @Override
    public void write(long index, long eventTime, RecordBuffer out) {
        // All three at once: only a negative number has the sign bit. The second keeps the third from overflowing
        // unseen.
        if ((index | eventTime | (eventTime - MIN_EVENT_TIME)) < 0) {
            throw outOfRange(index, eventTime);
        }
        int sensor = (int) (index % sensors);
        int start = out.length();
        byte[] to = out.reserve(SensorTemplates.ROOM);
        int end = templates.write(sensor, to, start);
        Digits.ten(eventTime / 1_000_000_000, to, start + templates.timestamp());
        out.length(readings.write(sensor, index, eventTime, to, end - VALUES));
    }

    private static IllegalArgumentException outOfRange(long index, long eventTime) {
        return new IllegalArgumentException(
                index < 0
                        ? "record index " + index + ": allowed from 0"
                        : "event time " + eventTime + " ns since 1970: allowed " + MIN_EVENT_TIME
                                + " (2001-09-09T01:46:40Z) to " + Long.MAX_VALUE + " (2262-04-11T23:47:16Z)");
    }
}
