package dev.hydrant.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Times as text, in UTC: ISO 8601 with milliseconds, as AWS's services write them. */
public final class UtcTime {

    /** Characters of {@link #writeIso}. */
    public static final int ISO_LENGTH = 24;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DAY = 86_400_000;
    private static final long UPPER_HALF = 0xffff_ffff_0000_0000L;
    /** The two digits of 0 to 99, the first in the lowest byte. */
    private static final long[] TWO = table(100, n -> '0' + n / 10 | ('0' + n % 10) << 8);
    /** The second eight characters without the day: {@code   T09:56}. */
    private static final long[] MINUTES =
            table(24 * 60, n -> 'T' << 16 | TWO[n / 60] << 24 | (long) ':' << 40 | TWO[n % 60] << 48);
    /** The last eight characters without the second: {@code :  .345Z}. */
    private static final long[] MILLIS =
            table(1000, n -> ':' | '.' << 24 | TWO[n / 10] << 32 | ('0' + n % 10L) << 48 | (long) 'Z' << 56);
    /** Days since 1970 of 2000-01-01, where a cycle of four years begins. */
    private static final int EPOCH = 10_957;

    private static final int CYCLE = 1461;
    /** Days since 1970 of 2100-03-01: the cycles go on as if there were a 29 February before it. */
    private static final int MARCH_2100 = 47_541;
    /** The same in 2200. */
    private static final int MARCH_2200 = 84_065;
    /** The four characters of the years from 2000 to 2262. */
    private static final long[] YEARS = table(263, n -> TWO[(2000 + n) / 100] | TWO[n % 100] << 16);
    /** Of each day of a cycle {@code -MM-} in the upper half, the day in the lowest 16 bits, the year above them. */
    private static final long[] DAYS = table(CYCLE, UtcTime::ofCycle);

    private UtcTime() {}

    /**
     * Writes {@code 2026-11-21T09:56:12.345Z}, rounded down, and returns the position after it.
     *
     * @param nanos since the Unix epoch, from {@link EventTimes#MIN}
     */
    public static int writeIso(long nanos, byte[] to, int at) {
        long millis = nanos / 1_000_000;
        int days = (int) (millis / DAY);
        int ofDay = (int) (millis - (long) days * DAY);
        int minute = ofDay / 60_000;
        int ofMinute = ofDay - minute * 60_000;
        int second = ofMinute / 1000;

        int day = days - EPOCH + (days >= MARCH_2100 ? 1 : 0) + (days >= MARCH_2200 ? 1 : 0);
        int cycle = day / CYCLE;
        long date = DAYS[day - cycle * CYCLE];

        LONG.set(to, at, YEARS[4 * cycle + (int) (date >>> 16 & 3)] | (date & UPPER_HALF));
        LONG.set(to, at + 8, (date & 0xffff) | MINUTES[minute]);
        LONG.set(to, at + 16, TWO[second] << 8 | MILLIS[ofMinute - second * 1000]);
        return at + ISO_LENGTH;
    }

    /** Writes the 13 digits of whole milliseconds since the Unix epoch and returns the position after them. */
    public static int writeMillis(long nanos, byte[] to, int at) {
        long millis = nanos / 1_000_000;
        // The ten digits of the seconds overwrite all but the last three of the four before them.
        Digits.four((int) (millis % 1000), to, at + 9);
        Digits.ten(millis / 1000, to, at);
        return at + 13;
    }

    /** Writes the 16 digits of whole microseconds since the Unix epoch and returns the position after them. */
    public static int writeMicros(long nanos, byte[] to, int at) {
        long micros = nanos / 1_000;
        long seconds = micros / 1_000_000;
        int rest = (int) (micros - seconds * 1_000_000);
        Digits.ten(seconds, to, at);
        Digits.four(rest / 100, to, at + 10);
        return Digits.padded(rest % 100, 2, to, at + 14);
    }

    private static long ofCycle(int day) {
        LocalDate date = LocalDate.ofEpochDay(EPOCH + day);
        return TWO[date.getDayOfMonth()]
                | (date.getYear() - 2000L) << 16
                | (long) '-' << 32
                | TWO[date.getMonthValue()] << 40
                | (long) '-' << 56;
    }

    private static long[] table(int size, IntToLongFunction text) {
        return IntStream.range(0, size).mapToLong(text).toArray();
    }
}
