package dev.hydrant.cli.option;

import dev.hydrant.record.EventTimes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the time of the first record: ISO-8601 with an offset, Unix seconds, or {@code now}. */
public final class StartText implements ITypeConverter<Instant> {

    private static final Instant FIRST = Instant.ofEpochSecond(EventTimes.MIN / 1_000_000_000);
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
        Instant start;
        try {
            start = read(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw notAStart(text);
        }
        if (start.isBefore(FIRST) || start.isAfter(LAST)) {
            throw notAStart(text);
        }
        return start;
    }

    private static Instant read(String text) {
        if (text.equals("now")) {
            return Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
        return text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }

    private static TypeConversionException notAStart(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a start: allowed now, Unix seconds or ISO-8601 such as "
                        + "2023-11-14T22:13:20Z, from " + FIRST + " to " + LAST);
    }
}
