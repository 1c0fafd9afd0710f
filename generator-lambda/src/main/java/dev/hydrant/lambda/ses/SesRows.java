package dev.hydrant.lambda.ses;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import dev.hydrant.lambda.transform.Route;
import dev.hydrant.lambda.transform.Transform;
import dev.hydrant.lambda.transform.Transformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One event of Amazon SES as a row, a JSON object and a newline, routed to the table of its type.
 *
 * @param database the Iceberg namespace of the tables
 * @param taken the event types to take; any other is malformed
 */
public record SesRows(String database, Set<SesTable> taken) implements Transform {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Transformed apply(byte[] data) throws Malformed {
        SesEvent event = new SesEvent(data);
        String eventType = event.eventType();
        SesTable table = SesTable.of(eventType).filter(taken::contains).orElse(null);
        if (table == null) {
            throw new Malformed("eventType \"" + eventType + "\": this function takes " + types());
        }
        ByteArrayOutputStream row = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(row)) {
            json.writeStartObject();
            json.writeStringField("event_type", eventType);
            json.writeStringField("message_id", event.messageId());
            json.writeStringField("from_address", event.from());
            json.writeStringField("to_address", event.to());
            json.writeStringField("timestamp", event.timestamp(table));
            writeText(json, "tags", event.tags());
            for (Column column : table.columns()) {
                Object value = event.value(table, column);
                if (column.kind() == Column.Kind.JSON) {
                    writeText(json, column.name(), value);
                } else {
                    json.writeFieldName(column.name());
                    Json.write(value, json);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // An array does not fail.
        }
        row.write('\n');
        return new Transformed.Ok(row.toByteArray(), new Route(database, table.table()));
    }

    private static void writeText(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        json.writeStringField(name, value == null ? null : Json.text(value));
    }

    private String types() {
        return taken.stream().sorted().map(SesTable::eventType).collect(Collectors.joining(", "));
    }
}
