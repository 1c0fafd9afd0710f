package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Types;

/** Reads a JSON array, or a string that holds one (AWS documentation). */
final class ListReader implements ValueReader {

    private final boolean required;
    private final ValueReader element;

    ListReader(Types.ListType type, int depth) {
        required = type.isElementRequired();
        element = ValueReaders.of("element", type.elementType(), depth);
    }

    @Override
    public Object read(JsonParser json) throws IOException, RowException {
        return switch (json.currentToken()) {
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> Quoted.read(json, JsonToken.START_ARRAY, "an array", this::elements);
            default -> throw RowException.value(Json.shown(json), "an array");
        };
    }

    private List<Object> elements(JsonParser json) throws IOException, RowException {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                list.add(element.read(json));
            } else if (required) {
                throw new RowException(RowException.MISSING_COLUMN, "an element is null, which is not allowed");
            } else {
                list.add(null);
            }
        }
        return list;
    }
}
