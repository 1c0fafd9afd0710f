package dev.hydrant.firehose.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** The tables of the reference system, from the {@code tables.json} that the deployment is made from too. */
public final class KnownTables {

    private static final Map<String, Schema> SCHEMAS = load();

    private KnownTables() {}

    /** Their names. */
    public static Set<String> names() {
        return SCHEMAS.keySet();
    }

    /** The columns of {@code table}, or null when it is not known. */
    public static @Nullable Schema schema(String table) {
        return SCHEMAS.get(table);
    }

    private static Map<String, Schema> load() {
        try (InputStream in = Objects.requireNonNull(KnownTables.class.getResourceAsStream("tables.json"))) {
            Map<String, Schema> schemas = new LinkedHashMap<>();
            new ObjectMapper().readTree(in).properties().forEach(table -> {
                schemas.put(table.getKey(), columns(table.getValue().path("columns")));
            });
            return Map.copyOf(schemas);
        } catch (IOException e) {
            throw new UncheckedIOException("tables.json in the program itself", e);
        }
    }

    private static Schema columns(JsonNode columns) {
        List<Types.NestedField> fields = new ArrayList<>();
        for (JsonNode column : columns) {
            Types.NestedField.Builder field = column.path("required").asBoolean()
                    ? Types.NestedField.required(column.path("name").asText())
                    : Types.NestedField.optional(column.path("name").asText());
            fields.add(field.withId(fields.size() + 1)
                    .ofType(Types.fromPrimitiveString(column.path("type").asText()))
                    .build());
        }
        return new Schema(fields);
    }
}
