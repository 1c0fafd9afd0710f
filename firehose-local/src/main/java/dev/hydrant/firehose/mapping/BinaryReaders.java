package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Binary columns take base64 or hex (AWS documentation), uuid columns the usual text of 36 characters.
 *
 * <p>Ours: an even number of hex digits and nothing else is hex, all other text is base64. For a fixed length the reading that gives that
 * length wins, hex first.
 */
final class BinaryReaders {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern HEX = Pattern.compile("(\\p{XDigit}{2})*");

    private BinaryReaders() {}

    static Object uuid(JsonParser json) throws IOException, RowException {
        String text = text(json, "a UUID");
        if (!UUID_TEXT.matcher(text).matches()) {
            throw RowException.value(Json.shown(json), "a UUID like 123e4567-e89b-12d3-a456-426614174000");
        }
        return UUID.fromString(text);
    }

    static Object binary(JsonParser json) throws IOException, RowException {
        String expected = "base64 or hex";
        String text = text(json, expected);
        try {
            return ByteBuffer.wrap(isHex(text) ? hex(text) : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw RowException.value(Json.shown(json), expected);
        }
    }

    static ValueReader fixed(int length) {
        String expected = "base64 or hex of %d bytes".formatted(length);
        return json -> {
            String text = text(json, expected);
            try {
                byte[] bytes = isHex(text) && text.length() == 2 * length
                        ? hex(text)
                        : Base64.getDecoder().decode(text);
                if (bytes.length == length) {
                    return ByteBuffer.wrap(bytes);
                }
            } catch (IllegalArgumentException e) {
                // Said below: no length fits either.
            }
            throw RowException.value(Json.shown(json), expected);
        };
    }

    private static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(JsonParser json, String expected) throws IOException, RowException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw RowException.value(Json.shown(json), expected);
        }
        return json.getText();
    }
}
