package dev.hydrant.load.text;

import java.util.function.Function;
import java.util.regex.Pattern;

/** Names of files: plain, or in double quotes. */
final class FileName {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_./~][\\p{L}\\p{N}_./~-]*");

    private FileName() {}

    /** Reads the next word as a file's name and makes something of it. */
    static <T> T next(Words words, Function<String, T> reader) {
        return words.read(word -> reader.apply(unquoted(word)), "a file, such as rates.csv");
    }

    static boolean isQuoted(String word) {
        return word.startsWith("\"");
    }

    /** The name as a word: in quotes where it could be taken for something else. */
    static String word(String name) {
        return PLAIN.matcher(name).matches() ? name : "\"" + name + "\"";
    }

    private static String unquoted(String word) {
        if (!isQuoted(word)) {
            return word;
        }
        if (word.length() < 3) {
            throw new IllegalArgumentException(word + ": allowed a file's name between two double quotes");
        }
        return word.substring(1, word.length() - 1);
    }
}
