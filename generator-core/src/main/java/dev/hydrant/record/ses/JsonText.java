package dev.hydrant.record.ses;

import java.util.Locale;

/** Vocabulary made fit for JSON strings and addresses, once at the start. */
final class JsonText {

    private JsonText() {}

    /** {@code text} as it stands between the quotation marks of a JSON string, in ASCII (RFC 8259, section 7). */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    /** The letters a–z and digits of {@code text}, with a hyphen for each run of others between them. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** {@code json} without line breaks and what indents the next line. */
    static String unwrap(String json) {
        return json.replaceAll("\\n\\s*", "");
    }
}
