package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** JSON inside a JSON string. */
final class Quoted {

    private Quoted() {}

    /** Reads the JSON in the string at which the parser stands; it has to begin with {@code start}. */
    static Object read(JsonParser json, JsonToken start, String expected, ValueReader reader)
            throws IOException, RowException {
        try (JsonParser inner = RowMapper.JSON.createParser(json.getText())) {
            if (inner.nextToken() == start) {
                Object value = reader.read(inner);
                if (inner.nextToken() == null) {
                    return value;
                }
            }
        } catch (JsonProcessingException e) {
            // Said below: the string holds no such JSON.
        }
        throw RowException.value(Json.shown(json), expected + ", or a string that holds one");
    }

    /** Reads the name of a field as if it were a string value. */
    static Object key(String name, ValueReader reader) throws IOException, RowException {
        try (JsonParser inner = new TextNode(name).traverse()) {
            inner.nextToken();
            return reader.read(inner);
        }
    }
}
