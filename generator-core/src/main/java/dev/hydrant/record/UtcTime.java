package dev.hydrant.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** Times as text, in UTC: ISO 8601 with milliseconds, as AWS's services write them. */
public final class UtcTime {

    /** Characters of {@link #writeIso}. */
    public static final int ISO_LENGTH = 24;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DAY = 86_400_000;
    /** The two digits of 0 to 99, the first in the lowest byte. */
    private static final long[] TWO = LongStream.range(0, 100)
            .map(n -> ('0' + n / 10) | ('0' + n % 10) << 8)
            .toArray();

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
        int date = date(days);
        int minutes = ofDay / 60_000;
        int inMinute = ofDay - minutes * 60_000;

        int year = date >>> 9;
        LONG.set(
                to,
                at,
                TWO[year / 100]
                        | TWO[year % 100] << 16
                        | (long) '-' << 32
                        | TWO[date >>> 5 & 15] << 40
                        | (long) '-' << 56);
        LONG.set(
                to,
                at + 8,
                TWO[date & 31]
                        | (long) 'T' << 16
                        | TWO[minutes / 60] << 24
                        | (long) ':' << 40
                        | TWO[minutes % 60] << 48);
        int second = inMinute / 1000;
        int milli = inMinute % 1000;
        LONG.set(
                to,
                at + 16,
                ':'
                        | TWO[second] << 8
                        | (long) '.' << 24
                        | TWO[milli / 10] << 32
                        | ('0' + milli % 10L) << 48
                        | (long) 'Z' << 56);
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

    // Year, then month in four bits and day in five, by way of a calendar whose years begin in March (Hinnant,
    // "chrono-Compatible
    // Low-Level Date Algorithms").
    private static int date(int days) {
        int shifted = days + 719_468;
        int era = shifted / 146_097;
        int ofEra = shifted - era * 146_097;
        int year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * year + year / 4 - year / 100);
        int month = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * month + 2) / 5 + 1;
        int calendarMonth = month < 10 ? month + 3 : month - 9;
        return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0)) << 9 | calendarMonth << 5 | day;
    }
}
