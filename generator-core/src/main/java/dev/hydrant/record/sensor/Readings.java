package dev.hydrant.record.sensor;

/** What a sensor measures: temperature, humidity and pressure as a pure function of sensor, record and time. */
public interface Readings {

    /** How a record ends, its values still zero: what stands in the array before {@link #write}. */
    String TEMPLATE = "00.00,\"humidity\":00.00,\"pressure\":0000.00}\n";

    /**
     * Writes the three values with what stands between and after them, the newline included, and returns the position
     * after it: no further than the template reaches.
     *
     * @param sensor the sensor's place in its fleet, from 0
     * @param index the record's number in its stream, from 0
     * @param eventTime nanoseconds since the Unix epoch, UTC
     * @param to holds {@link #TEMPLATE} from {@code at} on
     * @param at where the temperature starts
     */
    int write(int sensor, long index, long eventTime, byte[] to, int at);
}
