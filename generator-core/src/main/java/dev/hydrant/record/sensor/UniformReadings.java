package dev.hydrant.record.sensor;

import dev.hydrant.record.Draws;

/**
 * Temperature 18.00 to 28.00 degrees Celsius, humidity 40.00 to 80.00 percent, pressure 1000.00 to 1020.00 hectopascal, in
 * hundredths, both ends included: every value equally likely, each record by itself.
 *
 * <p>The three values of a record come from one draw: the chances of the 1001 * 4001 * 2001 combinations differ by less
 * than 2<sup>-30</sup> of themselves (see {@link Draws#rest}).
 */
public final class UniformReadings implements Readings {

    private static final long[] TEMPERATURES = Hundredths.texts(18_00, 28_00, ",\"h");
    private static final long[] HUMIDITIES = Hundredths.texts(40_00, 80_00, ",\"p");
    private static final long[] PRESSURES = Hundredths.texts(1000_00, 1020_00, "}");

    private static final int HUMIDITY = TEMPLATE.indexOf("00.00,\"p");
    private static final int PRESSURE = TEMPLATE.indexOf("0000.00}");

    private final Draws draws;

    /** @param stream the stream's name: streams of one seed differ */
    public UniformReadings(long seed, String stream) {
        draws = new Draws(seed, stream, "reading");
    }

    @Override
    public int write(int sensor, long index, long eventTime, byte[] to, int at) {
        long fraction = draws.fraction(index);
        Hundredths.put(TEMPERATURES[Draws.scale(fraction, TEMPERATURES.length)], to, at);
        fraction = Draws.rest(fraction, TEMPERATURES.length);
        Hundredths.put(HUMIDITIES[Draws.scale(fraction, HUMIDITIES.length)], to, at + HUMIDITY);
        fraction = Draws.rest(fraction, HUMIDITIES.length);
        Hundredths.put(PRESSURES[Draws.scale(fraction, PRESSURES.length)], to, at + PRESSURE);
        return at + TEMPLATE.length();
    }
}
