package dev.hydrant.lambda.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as a tree: maps and lists in their order, strings, {@link Literal}s, and null. Jackson's own tree would bring
 * its data binding into the cold start.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A number, {@code true} or {@code false}, in the digits it was written with: 1.10 stays 1.10. */
    public record Literal(String text) {}

    private Json() {}

    /**
     * Reads exactly one JSON object and the white space around it.
     *
     * @throws Malformed when {@code data} holds anything else
     */
    public static Map<String, @Nullable Object> object(byte[] data) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("not a JSON object");
            }
            Map<String, @Nullable Object> object = map(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("more than one JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Malformed("not JSON: " + e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> new Literal(parser.getText());
        };
    }

    /** Writes such a tree. */
    public static void write(@Nullable Object node, JsonGenerator out) throws IOException {
        if (node instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (node instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (node instanceof Literal literal) {
            out.writeRawValue(literal.text());
        } else if (node instanceof String text) {
            out.writeString(text);
        } else {
            out.writeNull();
        }
    }

    /** Such a tree as JSON text without white space. */
    public static String text(@Nullable Object node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(node, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A StringWriter does not fail.
        }
        return text.toString();
    }
}
