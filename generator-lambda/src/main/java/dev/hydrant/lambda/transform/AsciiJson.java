package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** JSON in ASCII alone: whatever text an event holds can go back as it came, and its length is known before it is written. */
final class AsciiJson {

    static final JsonFactory FACTORY =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private AsciiJson() {}

    /** Bytes of {@code text} inside its quotes. */
    static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            length += escape(text.charAt(i));
        }
        return length;
    }

    /** Bytes beyond one that a character takes: {@code \n} one more, {@code \u00e9} five. */
    private static int escape(char c) {
        if (c >= ' ' && c < 0x80) {
            return c == '"' || c == '\\' ? 1 : 0;
        }
        return "\b\t\n\f\r".indexOf(c) >= 0 ? 1 : 5;
    }
}
