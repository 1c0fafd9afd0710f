package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The reader of each column type. */
final class ValueReaders {

    /** AWS's documentation of Firehose and Apache Iceberg tables: nested columns of up to 16 levels. */
    private static final int DEEPEST = 16;

    private ValueReaders() {}

    /** @param depth how many nested types stand around this one */
    static ValueReader of(String name, Type type, int depth) {
        if (type.isNestedType() && depth >= DEEPEST) {
            throw new IllegalArgumentException("column %s is nested deeper than %d levels".formatted(name, DEEPEST));
        }
        return switch (type.typeId()) {
            case BOOLEAN -> ValueReaders::bool;
            case STRING ->
                json -> {
                    if (json.currentToken() != JsonToken.VALUE_STRING) {
                        throw RowException.value(Json.shown(json), "a string");
                    }
                    return json.getText();
                };
            case INTEGER -> NumberReaders::int32;
            case LONG -> NumberReaders::int64;
            case FLOAT -> NumberReaders::float32;
            case DOUBLE -> NumberReaders::float64;
            case DECIMAL -> NumberReaders.decimal((Types.DecimalType) type);
            case DATE -> TimeReaders::date;
            case TIME -> TimeReaders::time;
            case TIMESTAMP -> TimeReaders::timestamp;
            case UUID -> BinaryReaders::uuid;
            case FIXED -> BinaryReaders.fixed(((Types.FixedType) type).length());
            case BINARY -> BinaryReaders::binary;
            case STRUCT -> StructReader.of(type.asStructType(), depth + 1);
            case LIST -> new ListReader(type.asListType(), depth + 1);
            case MAP -> new MapReader(type.asMapType(), depth + 1);
            default -> throw new IllegalArgumentException("column %s: type %s is not supported".formatted(name, type));
        };
    }

    private static Object bool(JsonParser json) throws IOException, RowException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> {
                String text = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : "";
                if (text.equals("1") || text.equals("0")) {
                    yield text.equals("1");
                }
                throw RowException.value(Json.shown(json), "true, false, 1 or 0");
            }
        };
    }
}
