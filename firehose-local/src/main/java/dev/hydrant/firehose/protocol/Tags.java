package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.StreamAttributes;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags in requests (AWS documentation of Tag). */
final class Tags {

    private static final String ALLOWED = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*";
    private static final Pattern KEY = Pattern.compile("(?!aws:)" + ALLOWED);
    private static final Pattern VALUE = Pattern.compile(ALLOWED);
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private Tags() {}

    /** The member Tags, by key; a tag without a value has an empty one. */
    static NavigableMap<String, String> of(Arguments request, Violations violations) throws ServiceException {
        NavigableMap<String, String> tags = new TreeMap<>();
        int number = 0;
        for (Arguments tag : request.objects("Tags")) {
            String at = "tags.%d.member.".formatted(++number);
            String key = tag.text("Key");
            String value = tag.text("Value");
            violations.notNull(key, at + "key");
            key(key, at + "key", violations);
            violations.length(value, at + "value", 0, LONGEST_VALUE);
            violations.pattern(value, at + "value", VALUE);
            tags.put(String.valueOf(key), value == null ? "" : value);
        }
        return tags;
    }

    /** From 1 to 50 of something, as the model wants it. */
    static void some(int count, String member, Violations violations) {
        if (count < 1 || count > StreamAttributes.MOST_TAGS) {
            violations.add(
                    "%d entries".formatted(count),
                    member,
                    "Member must have length from 1 to " + StreamAttributes.MOST_TAGS);
        }
    }

    static void keys(List<String> keys, Violations violations) {
        some(keys.size(), "tagKeys", violations);
        for (int i = 0; i < keys.size(); i++) {
            key(keys.get(i), "tagKeys.%d.member".formatted(i + 1), violations);
        }
    }

    static void key(@Nullable String key, String at, Violations violations) {
        violations.length(key, at, 1, LONGEST_KEY);
        violations.pattern(key, at, KEY);
    }

    static void limit(NavigableMap<String, String> tags, String stream) throws ServiceException {
        if (tags.size() > StreamAttributes.MOST_TAGS) {
            throw ServiceException.limitExceeded("Firehose %s would have %d tags: allowed are %d."
                    .formatted(stream, tags.size(), StreamAttributes.MOST_TAGS));
        }
    }
}
