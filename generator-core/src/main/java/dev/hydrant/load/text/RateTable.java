package dev.hydrant.load.text;

import dev.hydrant.load.Rate;
import dev.hydrant.load.Trace;
import dev.hydrant.load.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV file with two columns, the second records a second. The first row may be a header; empty lines and those that begin with
 * {@code #} count for nothing. Rates are taken to six digits after the point.
 *
 * <p>For a trace the first column is the time: seconds, from wherever they are counted, or ISO-8601 with an offset. For a week it is
 * the hour, 0 to 167 from Monday 00:00 on, each once and in order.
 */
final class RateTable {

    private static final Pattern ROW = Pattern.compile("\\s*([^,]*?)\\s*,\\s*([^,]*?)\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,18})?");
    private static final int RATE_DIGITS = 6;

    private final String file;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    /** @throws IllegalArgumentException when a row has not two fields, naming file, line and what is allowed */
    RateTable(String file, String text) {
        this.file = file;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw wrong(number, line, "two fields with a comma between them, a time and a rate");
            }
            boolean header = rows.isEmpty()
                    && numbers.isEmpty()
                    && !row.group(2).isEmpty()
                    && Character.isLetter(row.group(2).codePointAt(0));
            if (!header) {
                rows.add(new String[] {row.group(1), row.group(2)});
                numbers.add(number);
            }
        }
    }

    /** The rows as a recorded load. */
    Trace trace() {
        long[] times = new long[rows.size()];
        List<Rate> rates = new ArrayList<>();
        for (int row = 0; row < times.length; row++) {
            times[row] = nanos(row);
            rates.add(rate(row));
            if (row > 0 && times[row] <= times[row - 1]) {
                throw wrong(
                        numbers.get(row),
                        rows.get(row)[0],
                        "a time after that of the row before, " + rows.get(row - 1)[0]);
            }
        }
        return new Trace(FileName.word(file), times, rates);
    }

    /** The rows as the hours of a week. */
    List<Rate> hours() {
        List<Rate> rates = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row)[0].equals(Integer.toString(row))) {
                throw wrong(
                        numbers.get(row),
                        rows.get(row)[0],
                        "hour " + row + ": 0 to " + (Week.HOURS - 1) + ", in order");
            }
            rates.add(rate(row));
        }
        if (rates.size() != Week.HOURS) {
            throw new IllegalArgumentException(
                    file + " has " + rates.size() + " hours: allowed " + Week.HOURS + ", 0 to " + (Week.HOURS - 1));
        }
        return rates;
    }

    private Rate rate(int row) {
        String text = rows.get(row)[1];
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(numbers.get(row), text, "a rate, records a second from 0 to 10000000");
        }
        try {
            return Rate.perSecond(new BigDecimal(text).setScale(RATE_DIGITS, RoundingMode.HALF_EVEN));
        } catch (IllegalArgumentException e) {
            throw wrong(numbers.get(row), text, "a rate, records a second from 0 to 10000000");
        }
    }

    private long nanos(int row) {
        String text = rows.get(row)[0];
        try {
            if (NUMBER.matcher(text).matches()) {
                BigDecimal seconds = new BigDecimal(text);
                return seconds.movePointRight(9)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
            }
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong(numbers.get(row), text, "a time, seconds from 0 or ISO-8601 such as 2023-11-14T22:13:20Z");
        }
    }

    private IllegalArgumentException wrong(int line, String found, String allowed) {
        return new IllegalArgumentException(file + ", line " + line + ": '" + found + "': allowed " + allowed);
    }
}
