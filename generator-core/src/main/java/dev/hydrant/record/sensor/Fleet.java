package dev.hydrant.record.sensor;

import dev.hydrant.record.Digits;
import java.nio.charset.StandardCharsets;

/**
 * The sensors of a stream and where each stands. Record i belongs to sensor {@code i mod size}.
 *
 * <p>Sensors stand in groups of ten, two to a location: three warehouses, an office, a data center. The first group has
 * warehouse-a, -b, -c, office and datacenter, the second warehouse-d, -e, -f, office-2 and datacenter-2, and so on; after
 * warehouse-z comes warehouse-aa. A sensor stands in the same place in a fleet of any size; its id is padded to what the
 * size needs, and to three digits at least.
 */
public final class Fleet {

    /** The largest fleet. */
    public static final int MAX_SIZE = 10_000_000;

    private static final byte[] SENSOR = ascii("sensor-");
    private static final byte[] WAREHOUSE = ascii("warehouse-");
    private static final byte[] OFFICE = ascii("office");
    private static final byte[] DATACENTER = ascii("datacenter");
    private static final int GROUP = 10;
    /** {@code datacenter-1000000}. */
    static final int MAX_NAME = 18;

    private final int size;
    private final int digits;

    /**
     * @param size 1 to {@link #MAX_SIZE}
     * @throws IllegalArgumentException when it is not
     */
    public Fleet(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(size + " sensors: allowed 1 to " + MAX_SIZE);
        }
        this.size = size;
        digits = Math.max(3, Digits.count(size));
    }

    public int size() {
        return size;
    }

    /** For sensor 0 of ten {@code sensor-001}. */
    public String id(int sensor) {
        byte[] name = new byte[MAX_NAME];
        return new String(name, 0, writeId(sensor, name, 0), StandardCharsets.US_ASCII);
    }

    /** For sensor 0 {@code warehouse-a}. */
    public String location(int sensor) {
        byte[] name = new byte[MAX_NAME];
        return new String(name, 0, writeLocation(sensor, name, 0), StandardCharsets.US_ASCII);
    }

    /** Writes {@link #id} and returns the position after it. */
    int writeId(int sensor, byte[] to, int at) {
        return Digits.padded(sensor + 1, digits, to, copy(SENSOR, to, at));
    }

    /** Writes {@link #location} and returns the position after it. */
    int writeLocation(int sensor, byte[] to, int at) {
        int group = sensor / GROUP;
        int place = sensor % GROUP / 2;
        return switch (place) {
            case 0, 1, 2 -> letters(3 * group + place, to, copy(WAREHOUSE, to, at));
            case 3 -> number(group, to, copy(OFFICE, to, at));
            default -> number(group, to, copy(DATACENTER, to, at));
        };
    }

    private static int number(int group, byte[] to, int at) {
        if (group == 0) {
            return at;
        }
        to[at] = '-';
        return Digits.plain(group + 1, to, at + 1);
    }

    /** a to z, aa, ab, … as spreadsheets letter their columns: base 26 without a zero. */
    private static int letters(int number, byte[] to, int at) {
        int end = at;
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            end++;
        }
        int rest = number;
        for (int i = end - 1; i >= at; i--) {
            to[i] = (byte) ('a' + rest % 26);
            rest = rest / 26 - 1;
        }
        return end;
    }

    private static int copy(byte[] name, byte[] to, int at) {
        System.arraycopy(name, 0, to, at, name.length);
        return at + name.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
