package dev.hydrant.load.text;

import dev.hydrant.load.Burst;
import dev.hydrant.load.DurationText;
import dev.hydrant.load.Hold;
import dev.hydrant.load.Load;
import dev.hydrant.load.Pause;
import dev.hydrant.load.Ramp;
import dev.hydrant.load.Rate;
import dev.hydrant.load.Segment;
import dev.hydrant.load.Sine;
import dev.hydrant.load.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads loads:
 *
 * <pre>
 *   load    = segment { "," segment }                 only the last may have no end: no "for"
 *   segment = RATE                                              [ "for" TIME ]
 *           | "ramp" [ "from" RATE ] "to" RATE "in" TIME
 *           | "steps" RATE ".." RATE "by" RATE "every" TIME
 *           | "sine" RATE ".." RATE "every" TIME                [ "for" TIME ]
 *           | "burst" RATE [ "over" RATE ] "for" TIME "every" TIME [ "for" TIME ]
 *           | "pause for" TIME
 *           | "week" ( FILE | RATE { "with" DAYS HOURS RATE } ) [ "from" DAY HOUR ] [ "for" TIME ]
 *           | "trace" FILE
 *   RATE    = number [ "/s" | "/m" | "/h" ]           see {@link Rate}
 *   TIME    = number "ms" | "s" | "m" | "h" | "d" ... see {@link DurationText}
 *   DAYS    = DAY [ "-" DAY ],  DAY = "mon" ... "sun";  HOURS = hour "-" hour, 0 to 24;  HOUR = 0 to 23
 *   FILE    = a name; in double quotes when it has blanks or commas
 * </pre>
 *
 * {@code ramp to} begins at the rate at which the segment before ends. A {@link Load} prints itself in this form, and
 * that text is read as an equal load.
 */
public final class LoadText {

    private static final String LENGTH = "a time such as 30s or 1h30m";
    private static final String SHAPES = "a rate such as 200/s, or ramp, steps, sine, burst, pause, week, trace";

    private final Words words;
    private final LoadFiles files;

    private LoadText(Words words, LoadFiles files) {
        this.words = words;
        this.files = files;
    }

    /**
     * Reads a load that names no file.
     *
     * @throws LoadTextException when it is none: with the column, what stands there, and what is allowed
     */
    public static Load parse(String text) {
        return parse(text, LoadFiles.NONE);
    }

    /**
     * Reads a load.
     *
     * @param files reads those that {@code week} and {@code trace} name
     * @throws LoadTextException when it is none: with the column, what stands there, and what is allowed
     */
    public static Load parse(String text, LoadFiles files) {
        return new LoadText(new Words(text), files).load();
    }

    private Load load() {
        List<Segment> segments = new ArrayList<>();
        do {
            Segment segment = words.within(this::segment);
            segments.add(segment);
            if (words.at(",") && segment.length() == null) {
                throw words.unexpected("'for TIME' before it: only the last segment may go on without end");
            }
        } while (words.skip(","));
        if (!words.atEnd()) {
            throw words.unexpected("',' and another segment, or the end");
        }
        return words.whole(() -> new Load(segments));
    }

    private Segment segment() {
        if (words.skip("ramp")) {
            return ramp();
        }
        if (words.skip("steps")) {
            return steps();
        }
        if (words.skip("sine")) {
            RateRange range = range();
            words.expect("every", "'every TIME', the period");
            return new Sine(range.first(), range.last(), words.time("the period, such as 5m"), lasting());
        }
        if (words.skip("burst")) {
            return burst();
        }
        if (words.skip("pause")) {
            words.expect("for", "'for TIME': a pause has an end");
            return new Pause(words.time(LENGTH));
        }
        if (words.skip("week")) {
            return new WeekText(words, files).week();
        }
        if (words.skip("trace")) {
            return FileName.next(words, name -> new RateTable(name, files.read(name)).trace());
        }
        if (!words.atNumber()) {
            throw words.unexpected(SHAPES);
        }
        return new Hold(words.rate(SHAPES), lasting());
    }

    private Ramp ramp() {
        Rate from = words.skip("from") ? words.rate("the first rate, such as 0/s") : null;
        words.expect("to", from == null ? "'from RATE' or 'to RATE'" : "'to RATE'");
        Rate to = words.rate("the last rate, such as 5000/s");
        words.expect("in", "'in TIME', how long the ramp is");
        return new Ramp(from, to, words.time(LENGTH));
    }

    private Steps steps() {
        RateRange range = range();
        words.expect("by", "'by RATE', the height of a step");
        Rate by = words.rate("the height of a step, such as 100/s");
        words.expect("every", "'every TIME', how long a step is held");
        return new Steps(range.first(), range.last(), by, words.time("how long a step is held, such as 30s"));
    }

    private Burst burst() {
        Rate peak = words.rate("the rate of the bursts, such as 5000/s");
        Rate base = words.skip("over") ? words.rate("the rate between the bursts, such as 200/s") : Rate.ZERO;
        words.expect("for", "'over RATE', the rate between the bursts, or 'for TIME', how long one is");
        Duration width = words.time("how long a burst is, such as 2s");
        words.expect("every", "'every TIME', from one burst to the next");
        return new Burst(peak, base, width, words.time("from one burst to the next, such as 30s"), lasting());
    }

    private RateRange range() {
        return words.read(RateRange::parse, "two rates such as 100/s..1000/s");
    }

    private @Nullable Duration lasting() {
        return lasting(words);
    }

    static @Nullable Duration lasting(Words words) {
        return words.skip("for") ? words.time(LENGTH) : null;
    }
}
