package dev.hydrant.record.sensor;

import dev.hydrant.record.Draws;
import java.math.BigInteger;
import java.util.Locale;

/** The same records as {@link SensorRecords}, written for the eye: the definition that the fast way is compared with. */
final class PlainSensors {

    private PlainSensors() {}

    static String record(long seed, String stream, int sensors, long index, long eventTime) {
        int sensor = (int) (index % sensors);
        // The record's number among all combinations of three values, then its digits in their mixed base.
        BigInteger fraction = BigInteger.valueOf(new Draws(seed, stream, "reading").fraction(index));
        long combination = fraction.multiply(BigInteger.valueOf(1001L * 4001 * 2001))
                .shiftRight(63)
                .longValueExact();
        long temperature = 18_00 + combination / 2001 / 4001;
        long humidity = 40_00 + combination / 2001 % 4001;
        long pressure = 1000_00 + combination % 2001;
        return "{\"sensor_id\":\"" + id(sensor, sensors) + "\",\"timestamp\":" + Math.floorDiv(eventTime, 1_000_000_000)
                + ",\"location\":\"" + location(sensor) + "\",\"temperature\":" + hundredths(temperature)
                + ",\"humidity\":" + hundredths(humidity) + ",\"pressure\":" + hundredths(pressure) + "}\n";
    }

    static String id(int sensor, int sensors) {
        int width = Math.max(3, Integer.toString(sensors).length());
        return String.format(Locale.ROOT, "sensor-%0" + width + "d", sensor + 1);
    }

    static String location(int sensor) {
        int group = sensor / 10;
        String suffix = group == 0 ? "" : "-" + (group + 1);
        return switch (sensor % 10) {
            case 6, 7 -> "office" + suffix;
            case 8, 9 -> "datacenter" + suffix;
            default -> "warehouse-" + column(group * 3 + sensor % 10 / 2 + 1);
        };
    }

    /** Column 1 of a spreadsheet is a, 26 is z, 27 is aa. */
    private static String column(int number) {
        return number == 0 ? "" : column((number - 1) / 26) + (char) ('a' + (number - 1) % 26);
    }

    private static String hundredths(long value) {
        return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
    }
}
