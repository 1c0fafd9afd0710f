package dev.hydrant.cli.option;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads Firehose's buffering interval: whole seconds, 0 to 900 (AWS documentation of BufferingHints). */
public final class IntervalText implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public Duration convert(String text) {
        Duration interval = new DurationText().convert(text);
        if (interval.toNanosPart() != 0 || interval.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not a buffering interval: allowed 0s to 900s in whole seconds");
        }
        return interval;
    }
}
