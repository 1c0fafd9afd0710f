package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * Dates and times: numbers as Iceberg stores them, or ISO-8601 text (AWS documentation).
 *
 * <p>Ours: text without an offset is UTC; digits beyond microseconds are cut off.
 */
final class TimeReaders {

    private static final long DAY_MICROS = 86_400_000_000L;

    private TimeReaders() {}

    /** Days since the Unix epoch, or {@code 2024-09-04}. */
    static Object date(JsonParser json) throws IOException, RowException {
        String expected = "days since 1970-01-01, or a date like 2024-09-04";
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return (int) parsed(json, expected, text -> {
                return Math.toIntExact(LocalDate.parse(text).toEpochDay());
            });
        }
        return (int) number(json, Integer.MIN_VALUE, Integer.MAX_VALUE, expected);
    }

    /** Microseconds since midnight, or {@code 18:56:15.096}. */
    static Object time(JsonParser json) throws IOException, RowException {
        String expected = "microseconds since midnight, or a time like 18:56:15.096";
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return parsed(json, expected, text -> LocalTime.parse(text).toNanoOfDay() / 1000);
        }
        return number(json, 0, DAY_MICROS - 1, expected);
    }

    /** Microseconds since the Unix epoch, or {@code 2024-09-04T18:56:15.096Z}, the offset being optional. */
    static Object timestamp(JsonParser json) throws IOException, RowException {
        String expected = "microseconds since 1970-01-01, or a time like 2024-09-04T18:56:15.096Z";
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return parsed(json, expected, TimeReaders::micros);
        }
        return number(json, Long.MIN_VALUE, Long.MAX_VALUE, expected);
    }

    private static long micros(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        Instant instant = time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    private interface Text {
        long value(String text);
    }

    private static long parsed(JsonParser json, String expected, Text text) throws IOException, RowException {
        try {
            return text.value(json.getText());
        } catch (DateTimeException | ArithmeticException e) {
            throw RowException.value(Json.shown(json), expected);
        }
    }

    private static long number(JsonParser json, long least, long most, String expected)
            throws IOException, RowException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw RowException.value(Json.shown(json), expected);
        }
        return NumberReaders.whole(json, least, most);
    }
}
