package dev.hydrant.cli.query;

import dev.hydrant.firehose.iceberg.TableFiles;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The SELECT that reads a table's current files, or nothing with the right columns when it has none. */
final class TableView {

    private TableView() {}

    static String select(TableFiles table) {
        if (table.dataFiles().isEmpty()) {
            return table.schema().columns().stream()
                    .map(column -> "CAST(NULL AS " + duckType(column.type()) + ") AS " + Lake.quoted(column.name()))
                    .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
        }
        String columns = table.schema().columns().stream()
                .map(Types.NestedField::name)
                .map(Lake::quoted)
                .collect(Collectors.joining(", "));
        String files = table.dataFiles().stream()
                .map(file -> "'" + file.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM read_parquet([" + files + "], union_by_name = true)";
    }

    private static String duckType(Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> ((Types.TimestampType) type).shouldAdjustToUTC() ? "TIMESTAMPTZ" : "TIMESTAMP";
            case UUID -> "UUID";
            case FIXED, BINARY -> "BLOB";
            case DECIMAL ->
                "DECIMAL(" + ((Types.DecimalType) type).precision() + "," + ((Types.DecimalType) type).scale() + ")";
            case LIST -> duckType(type.asListType().elementType()) + "[]";
            case MAP ->
                "MAP(" + duckType(type.asMapType().keyType()) + ","
                        + duckType(type.asMapType().valueType()) + ")";
            case STRUCT ->
                type.asStructType().fields().stream()
                        .map(field -> Lake.quoted(field.name()) + " " + duckType(field.type()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            default -> "VARCHAR";
        };
    }
}
