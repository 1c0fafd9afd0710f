package dev.hydrant.load.text;

import dev.hydrant.load.Rate;
import dev.hydrant.load.Week;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pattern of a week, from a file or from its words. */
final class WeekText {

    private static final Pattern DAYS =
            Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}");
    private static final String ALLOWED_DAYS = "days such as mon-fri or sat";
    private static final String ALLOWED_HOURS = "hours such as 8-18, the first from 0, the last up to 24";

    private final Words words;
    private final LoadFiles files;

    WeekText(Words words, LoadFiles files) {
        this.words = words;
        this.files = files;
    }

    Week week() {
        List<Rate> hours = new ArrayList<>();
        String pattern = words.atNumber() ? words(hours) : file(hours);
        int from = 0;
        if (words.skip("from")) {
            from = 24 * words.read(WeekText::day, "a day such as mon");
            from += words.read(WeekText::hour, "an hour, 0 to 23");
        }
        return new Week(pattern, hours, from, LoadText.lasting(words));
    }

    private String file(List<Rate> hours) {
        return FileName.next(words, name -> {
            hours.addAll(new RateTable(name, files.read(name)).hours());
            return FileName.word(name);
        });
    }

    private String words(List<Rate> hours) {
        Rate base = words.rate("a rate or a file");
        StringBuilder pattern = new StringBuilder(base.toString());
        hours.addAll(Collections.nCopies(Week.HOURS, base));
        while (words.skip("with")) {
            int[] days = words.read(WeekText::days, ALLOWED_DAYS);
            int[] times = words.read(WeekText::hours, ALLOWED_HOURS);
            Rate rate = words.rate("the rate at that time, such as 5000/s");
            for (int day = days[0]; day <= days[1]; day++) {
                Collections.fill(hours.subList(24 * day + times[0], 24 * day + times[1]), rate);
            }
            String last = days[0] == days[1] ? "" : "-" + Week.days().get(days[1]);
            pattern.append(" with ").append(Week.days().get(days[0])).append(last);
            pattern.append(' ').append(times[0]).append('-').append(times[1]);
            pattern.append(' ').append(rate);
        }
        return pattern.toString();
    }

    private static int[] days(String word) {
        Matcher days = DAYS.matcher(word);
        if (!days.matches()) {
            throw new IllegalArgumentException("'" + word + "': allowed " + ALLOWED_DAYS);
        }
        int first = Week.days().indexOf(days.group(1));
        int last = days.group(2) == null ? first : Week.days().indexOf(days.group(2));
        if (last < first) {
            throw new IllegalArgumentException("'" + word + "': allowed the earlier day first, from mon to sun");
        }
        return new int[] {first, last};
    }

    private static int[] hours(String word) {
        Matcher hours = HOURS.matcher(word);
        if (hours.matches()) {
            int first = Integer.parseInt(hours.group(1));
            int last = Integer.parseInt(hours.group(2));
            if (first < last && last <= 24) {
                return new int[] {first, last};
            }
        }
        throw new IllegalArgumentException("'" + word + "': allowed " + ALLOWED_HOURS);
    }

    private static int day(String word) {
        int day = Week.days().indexOf(word);
        if (day < 0) {
            throw new IllegalArgumentException("'" + word + "': allowed " + String.join(", ", Week.days()));
        }
        return day;
    }

    private static int hour(String word) {
        int hour = HOUR.matcher(word).matches() ? Integer.parseInt(word) : 24;
        if (hour >= 24) {
            throw new IllegalArgumentException("'" + word + "': allowed an hour, 0 to 23");
        }
        return hour;
    }
}
