package dev.hydrant.record.sensor;

import dev.hydrant.record.Draws;

/**
 * Every value of every range equally likely, each record by itself; both ends included.
 *
 * <p>The three values of a record come from one draw: each of the 1001 * 4001 * 2001 combinations has the same chance to
 * within 2<sup>-31</sup> of itself (see {@link Draws#scale}).
 */
public final class UniformReadings implements Readings {

    private static final int TEMPERATURES = MAX_TEMPERATURE - MIN_TEMPERATURE + 1;
    private static final int HUMIDITIES = MAX_HUMIDITY - MIN_HUMIDITY + 1;
    private static final int PRESSURES = MAX_PRESSURE - MIN_PRESSURE + 1;

    private final Draws draws;

    /** @param stream the stream's name: streams of one seed differ */
    public UniformReadings(long seed, String stream) {
        draws = new Draws(seed, stream, "reading");
    }

    @Override
    public long at(int sensor, long index, long eventTime) {
        long bits = draws.bits(index);
        int temperature = MIN_TEMPERATURE + Draws.scale(bits, TEMPERATURES);
        bits *= TEMPERATURES;
        int humidity = MIN_HUMIDITY + Draws.scale(bits, HUMIDITIES);
        bits *= HUMIDITIES;
        int pressure = MIN_PRESSURE + Draws.scale(bits, PRESSURES);
        return Readings.pack(temperature, humidity, pressure);
    }
}
