package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types;

/** Reads a JSON object into the fields of a struct; the table's columns are the outermost one. */
final class StructReader implements ValueReader {

    private final String[] names;
    private final boolean[] required;
    private final ValueReader[] readers;
    private final Map<String, Integer> indexes = new HashMap<>();

    private StructReader(int size) {
        names = new String[size];
        required = new boolean[size];
        readers = new ValueReader[size];
    }

    static StructReader of(Types.StructType type, int depth) {
        List<Types.NestedField> fields = type.fields();
        StructReader struct = new StructReader(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Types.NestedField field = fields.get(i);
            // Jackson interns names, so the usual comparison is one of references.
            struct.names[i] = field.name().intern();
            struct.required[i] = field.isRequired();
            struct.readers[i] = ValueReaders.of(field.name(), field.type(), depth);
            struct.indexes.put(field.name(), i);
        }
        return struct;
    }

    Row newRow() {
        return new Row(names.length);
    }

    @Override
    public Object read(JsonParser json) throws IOException, RowException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw RowException.value(Json.shown(json), "an object");
        }
        Row row = newRow();
        read(json, row);
        return row;
    }

    /** Reads the object at whose start the parser stands, to its end. */
    void read(JsonParser json, Row row) throws IOException, RowException {
        row.clear();
        int expected = 0;
        for (String name; (name = json.nextFieldName()) != null; ) {
            int column =
                    expected < names.length && names[expected].equals(name) ? expected : indexes.getOrDefault(name, -1);
            JsonToken token = json.nextToken();
            if (column < 0) {
                json.skipChildren();
                continue;
            }
            expected = column + 1;
            if (token == JsonToken.VALUE_NULL) {
                row.put(column, null);
                continue;
            }
            try {
                row.put(column, readers[column].read(json));
            } catch (RowException e) {
                throw e.in(name);
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new RowException(RowException.INVALID_JSON, "the record ends inside a JSON object");
        }
        for (int i = 0; i < required.length; i++) {
            if (required[i] && row.get(i) == null) {
                throw new RowException(RowException.MISSING_COLUMN, "required, but absent or null").in(names[i]);
            }
        }
    }
}
