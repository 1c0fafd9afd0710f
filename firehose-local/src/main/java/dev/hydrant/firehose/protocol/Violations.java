package dev.hydrant.firehose.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the constraints of the service model that a request breaks, and says so in AWS's words. */
final class Violations {

    private static final int SHOWN = 10;

    private final List<String> found = new ArrayList<>();

    void notNull(@Nullable Object value, String member) {
        if (value == null) {
            add("null", member, "Member must not be null");
        }
    }

    /** Present, of 1 to {@code most} characters, and of that pattern. */
    void required(@Nullable String value, String member, int most, Pattern pattern) {
        notNull(value, member);
        length(value, member, 1, most);
        pattern(value, member, pattern);
    }

    void length(@Nullable String value, String member, int least, int most) {
        if (value != null && value.length() < least) {
            add(value, member, "Member must have length greater than or equal to " + least);
        }
        if (value != null && value.length() > most) {
            add(value, member, "Member must have length less than or equal to " + most);
        }
    }

    void pattern(@Nullable String value, String member, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            add(value, member, "Member must satisfy regular expression pattern: " + pattern);
        }
    }

    void range(@Nullable Integer value, String member, int least, int most) {
        if (value != null && value < least) {
            add(value.toString(), member, "Member must have value greater than or equal to " + least);
        }
        if (value != null && value > most) {
            add(value.toString(), member, "Member must have value less than or equal to " + most);
        }
    }

    void oneOf(@Nullable String value, String member, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            add(value, member, "Member must satisfy enum value set: " + allowed);
        }
    }

    void add(String value, String member, String constraint) {
        found.add("Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value, member, constraint));
    }

    void check() throws ServiceException {
        if (!found.isEmpty()) {
            String listed = String.join("; ", found.subList(0, Math.min(SHOWN, found.size())));
            throw ServiceException.validation(
                    "%d validation error%s detected: %s".formatted(found.size(), found.size() == 1 ? "" : "s", listed));
        }
    }
}
