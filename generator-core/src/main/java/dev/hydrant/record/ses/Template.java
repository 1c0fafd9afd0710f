package dev.hydrant.record.ses;

import dev.hydrant.record.Slabs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of JSON with {@linkplain Field fields} in it, taken apart once: texts to copy, and what to write between
 * them.
 */
final class Template {

    private static final Pattern FIELD = Pattern.compile("\\$\\{(\\w+)}");

    private final Slabs texts;
    private final Field[] fields;

    /** @param json in lines; line breaks and what indents the next line are left out */
    Template(String json) {
        String line = JsonText.unwrap(json);
        List<String> pieces = new ArrayList<>();
        List<Field> between = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        int end = 0;
        while (matcher.find()) {
            pieces.add(line.substring(end, matcher.start()));
            between.add(Field.of(line.substring(matcher.start(1), matcher.end(1))));
            end = matcher.end();
        }
        pieces.add(line.substring(end));
        texts = new Slabs(pieces);
        fields = between.toArray(Field[]::new);
    }

    /**
     * Writes the piece for one event, each field as {@link FieldWriter#write} does, and returns the position after it.
     */
    int write(FieldWriter writer, long message, long picked, long sent, long time, byte[] to, int at) {
        int end = at;
        for (int i = 0; i < fields.length; i++) {
            end = texts.write(i, to, end);
            end = writer.write(fields[i], message, picked, sent, time, to, end);
        }
        return texts.write(fields.length, to, end);
    }

    /** No event's piece is longer. */
    int longest(FieldWriter writer) {
        return texts.total() + fields.length * writer.longest();
    }
}
