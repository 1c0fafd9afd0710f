package dev.hydrant.load.text;

import dev.hydrant.load.DurationText;
import dev.hydrant.load.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a load's text, one after the other, each with its column; {@code ,} is a word of its own. */
final class Words {

    /** A file name may stand in double quotes, so that it can hold blanks and commas. */
    private static final Pattern WORD = Pattern.compile("\\s*(\"[^\"]*\"|,|[^\\s,\"]+|\")");

    private static final String END = "";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int next;

    Words(String text) {
        this.text = text;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1));
            columns.add(word.start(1) + 1);
        }
        words.add(END);
        columns.add(text.stripTrailing().length() + 1);
    }

    boolean atEnd() {
        return words.get(next).equals(END);
    }

    boolean at(String word) {
        return words.get(next).equals(word);
    }

    boolean atNumber() {
        return !atEnd() && "+-0123456789".indexOf(words.get(next).charAt(0)) >= 0;
    }

    /** Passes the word if it comes next. */
    boolean skip(String word) {
        boolean found = at(word);
        if (found) {
            next++;
        }
        return found;
    }

    /** Passes the word, which must come next. */
    void expect(String word, String allowed) {
        if (!skip(word)) {
            throw unexpected(allowed);
        }
    }

    Rate rate(String allowed) {
        return read(Rate::parse, allowed);
    }

    Duration time(String allowed) {
        return read(DurationText::parse, allowed);
    }

    /** The next word as {@code reader} understands it; what that finds wrong is told with the word's column. */
    <T> T read(Function<String, T> reader, String allowed) {
        if (atEnd() || at(",")) {
            throw unexpected(allowed);
        }
        T read = within(() -> reader.apply(words.get(next)));
        next++;
        return read;
    }

    /** What {@code part} makes of the next words; what it finds wrong is told with the column at which it began. */
    <T> T within(Supplier<T> part) {
        return from(next, part);
    }

    /** What {@code part} makes of all words; what it finds wrong is told with the first column. */
    <T> T whole(Supplier<T> part) {
        return from(0, part);
    }

    private <T> T from(int first, Supplier<T> part) {
        try {
            return part.get();
        } catch (LoadTextException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw wrong(first, String.valueOf(e.getMessage()));
        }
    }

    /** The next word is none of those allowed. */
    LoadTextException unexpected(String allowed) {
        String found = atEnd() ? "the text ends" : "'" + words.get(next) + "'";
        return wrong(next, found + ": allowed " + allowed);
    }

    private LoadTextException wrong(int position, String message) {
        return new LoadTextException(text, columns.get(position), message);
    }
}
