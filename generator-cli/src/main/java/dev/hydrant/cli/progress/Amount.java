package dev.hydrant.cli.progress;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Amount {

    private Amount() {}

    /** 12,345 */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** One decimal below 1,000, none above. */
    public static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 1_000 ? "%.1f" : "%,.0f", perSecond);
    }

    /** Three digits or so: 0.12, 3.4, 118. */
    public static String millis(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 10 ? "%.1f" : "%,.0f", value);
    }

    /** Minutes and seconds, 01:05, or with hours, 2:01:05. */
    public static String clock(double seconds) {
        long whole = (long) seconds;
        return whole < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** 1.5 MB, in powers of ten. */
    public static String bytes(long value) {
        if (value < 1_000) {
            return value + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double scaled = value / 1e3;
        int unit = 0;
        while (scaled >= 1_000 && unit < units.length - 1) {
            scaled /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", scaled, units[unit]);
    }
}
