package dev.hydrant.record.sensor;

/**
 * What a sensor measures: temperature, humidity and pressure as a pure function of sensor, record and time.
 *
 * <p>One long holds the three values in hundredths of their unit, so that a reading costs no object.
 */
public interface Readings {

    /** Hundredths of a degree Celsius, lowest and highest. */
    int MIN_TEMPERATURE = 18_00;

    int MAX_TEMPERATURE = 28_00;

    /** Hundredths of a percent of relative humidity. */
    int MIN_HUMIDITY = 40_00;

    int MAX_HUMIDITY = 80_00;

    /** Hundredths of a hectopascal. */
    int MIN_PRESSURE = 1000_00;

    int MAX_PRESSURE = 1020_00;

    /**
     * The reading of record {@code index}, as {@link #pack} packs it.
     *
     * @param sensor the sensor's place in its fleet, from 0
     * @param index the record's number in its stream, from 0
     * @param eventTime nanoseconds since the Unix epoch, UTC
     */
    long at(int sensor, long index, long eventTime);

    /** Joins three values, each within its range above (not checked). */
    static long pack(int temperature, int humidity, int pressure) {
        return (long) pressure << 32 | (long) humidity << 16 | temperature;
    }

    static int temperature(long reading) {
        return (int) (reading & 0xffff);
    }

    static int humidity(long reading) {
        return (int) (reading >>> 16 & 0xffff);
    }

    static int pressure(long reading) {
        return (int) (reading >>> 32);
    }
}
