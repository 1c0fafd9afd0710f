package dev.hydrant.record.sensor;

import dev.hydrant.record.Digits;
import dev.hydrant.record.EventTimes;
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

    private static final int VALUES = Readings.TEMPLATE.length();

    private final int sensors;
    private final Readings readings;
    private final SensorTemplates templates;

    public SensorRecords(Fleet fleet, Readings readings) {
        sensors = fleet.size();
        this.readings = readings;
        templates = new SensorTemplates(fleet);
    }

    /** @throws IllegalArgumentException when the index is negative or the event time before {@link EventTimes#MIN} */
    @Override
    public void write(long index, long eventTime, RecordBuffer out) {
        EventTimes.check(index, eventTime);
        int sensor = (int) (index % sensors);
        int start = out.length();
        byte[] to = out.reserve(SensorTemplates.ROOM);
        int end = templates.write(sensor, to, start);
        Digits.ten(eventTime / 1_000_000_000, to, start + templates.timestamp());
        out.length(readings.write(sensor, index, eventTime, to, end - VALUES));
    }
}
