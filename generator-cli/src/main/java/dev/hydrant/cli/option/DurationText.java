package dev.hydrant.cli.option;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as 500ms, 50s, 1.5m, 2h, 7d and sums of them such as 1h30m, up to 3650 days. */
public final class DurationText implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(3650);

    @Override
    public Duration convert(String text) {
        Duration duration;
        try {
            duration = dev.hydrant.load.DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is too long: allowed up to " + LONGEST.toDays() + "d");
        }
        return duration;
    }
}
