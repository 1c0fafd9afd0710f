package dev.hydrant.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Times as text, in UTC: ISO 8601 with milliseconds, as AWS's services write them. */
public final class UtcTime {

    /** Characters of {@link #writeIso}. */
    public static final int ISO_LENGTH = 24;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DAY = 86_400_000;
    /** The two digits of 0 to 99, the first in the lowest byte. */
    private static final long[] TWO = table(100, n -> '0' + n / 10 | ('0' + n % 10) << 8);
    /** The second eight characters without the day: {@code   T09:56}. */
    private static final long[] MINUTES =
            table(24 * 60, n -> 'T' << 16 | TWO[n / 60] << 24 | (long) ':' << 40 | TWO[n % 60] << 48);
    /** The last eight characters without the second: {@code :  .345Z}. */
    private static final long[] MILLIS =
            table(1000, n -> ':' | '.' << 24 | TWO[n / 10] << 32 | ('0' + n % 10L) << 48 | (long) 'Z' << 56);
    /** The day that was asked for last, and in the lower half its {@link #dateOf}. */
    private static final AtomicLong LAST_DATE = new AtomicLong(dateOf(0));

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
        // The first digit in the lowest byte.
        long date = Long.reverseBytes(Hex.digits(date(days)));

        LONG.set(to, at, (date & 0xffff_ffffL) | (long) '-' << 32 | (date >>> 32 & 0xffff) << 40 | (long) '-' << 56);
        LONG.set(to, at + 8, date >>> 48 | MINUTES[minute]);
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

    // Most times are of the same day as the one before, so its date is kept: with the day in one word, that no thread
    // sees half written.
    private static int date(int days) {
        long last = LAST_DATE.getOpaque();
        if (last >>> 32 == days) {
            return (int) last;
        }
        int date = dateOf(days);
        LAST_DATE.setOpaque((long) days << 32 | date);
        return date;
    }

    // The eight digits of year, month and day, four bits each, by way of a calendar whose years begin in March
    // (Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms").
    private static int dateOf(int days) {
        int shifted = days + 719_468;
        int era = shifted / 146_097;
        int ofEra = shifted - era * 146_097;
        int year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * year + year / 4 - year / 100);
        int month = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * month + 2) / 5 + 1;
        int calendarMonth = month < 10 ? month + 3 : month - 9;
        int calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0);
        return coded(calendarYear / 100) << 24
                | coded(calendarYear % 100) << 16
                | coded(calendarMonth) << 8
                | coded(day);
    }

    private static int coded(int twoDigits) {
        return (twoDigits / 10) << 4 | twoDigits % 10;
    }

    private static long[] table(int size, IntToLongFunction text) {
        return IntStream.range(0, size).mapToLong(text).toArray();
    }
}
