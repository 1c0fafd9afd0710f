package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Reads a JSON object, or a string that holds one (AWS documentation). Keys of other types than string are read from their text. */
final class MapReader implements ValueReader {

    private final boolean required;
    private final boolean textKeys;
    private final ValueReader key;
    private final ValueReader value;

    MapReader(Types.MapType type, int depth) {
        if (type.keyType().isNestedType()) {
            throw new IllegalArgumentException("map key type %s is not supported".formatted(type.keyType()));
        }
        required = type.isValueRequired();
        textKeys = type.keyType().typeId() == Type.TypeID.STRING;
        key = ValueReaders.of("key", type.keyType(), depth);
        value = ValueReaders.of("value", type.valueType(), depth);
    }

    @Override
    public Object read(JsonParser json) throws IOException, RowException {
        return switch (json.currentToken()) {
            case START_OBJECT -> entries(json);
            case VALUE_STRING -> Quoted.read(json, JsonToken.START_OBJECT, "an object", this::entries);
            default -> throw RowException.value(Json.shown(json), "an object");
        };
    }

    private Map<Object, Object> entries(JsonParser json) throws IOException, RowException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (String name; (name = json.nextFieldName()) != null; ) {
            Object entryKey = textKeys ? name : Quoted.key(name, key);
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                map.put(entryKey, value.read(json));
            } else if (required) {
                throw new RowException(
                        RowException.MISSING_COLUMN, "the value of key " + name + " is null, which is not allowed");
            } else {
                map.put(entryKey, null);
            }
        }
        return map;
    }
}
