package dev.hydrant.record.ses;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.Sources;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each event has exactly the fields that Amazon SES documents for its type. */
class SesSchemaTest {

    /** Every type at least once in thirty records. */
    private static final SesOptions EVERYTHING = new SesOptions(
            EnumSet.allOf(EventType.class), new SesRates(0.25, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2), SesDelays.DEFAULT);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<EventType, Schema> SCHEMAS = schemas();

    @Test
    void recordsOfEachTypeKeepToItsSchema() throws IOException {
        assertValid(1, 1_000);
    }

    @Test
    @Tag("slow")
    void hundredThousandRecordsOfEachTypeKeepToItsSchema() throws IOException {
        assertValid(2, 100_000);
    }

    @Test
    void theDocumentedExampleKeepsToTheSchema() throws IOException {
        JsonNode send = JSON.readTree(SesSchemaTest.class.getResourceAsStream("example-send.json"));
        assertThat(schema(EventType.SEND).validate(send)).isEmpty();
    }

    @Test
    void theSchemasRefuseOneFieldMoreOrLess() throws IOException {
        SesRecords source = new SesRecords(3, "ses", EVERYTHING, 200, Sources.EVENT_TIME);
        RecordBuffer buffer = new RecordBuffer(4096);
        EnumSet<EventType> seen = EnumSet.noneOf(EventType.class);
        for (int index = 0; seen.size() < SCHEMAS.size(); index++) {
            JsonNode event = event(source, index, buffer);
            EventType type = type(event);
            if (seen.add(type)) {
                for (JsonNode part : event) {
                    if (part instanceof ObjectNode object) {
                        object.put("more", 1);
                        assertThat(schema(type).validate(event)).as("%s", event).isNotEmpty();
                        object.remove("more");
                    }
                }
                ((ObjectNode) event).remove("mail");
                assertThat(schema(type).validate(event)).isNotEmpty();
            }
        }
    }

    private static void assertValid(long seed, int each) throws IOException {
        SesRecords source = new SesRecords(seed, "ses", EVERYTHING, 200, Sources.EVENT_TIME);
        RecordBuffer buffer = new RecordBuffer(4096);
        Map<EventType, Integer> valid = new EnumMap<>(EventType.class);
        int done = 0;
        for (int index = 0; done < SCHEMAS.size(); index++) {
            JsonNode event = event(source, index, buffer);
            EventType type = type(event);
            if (valid.getOrDefault(type, 0) < each) {
                assertThat(schema(type).validate(event)).as("%s", event).isEmpty();
                done += valid.merge(type, 1, Integer::sum) == each ? 1 : 0;
            }
        }
    }

    private static JsonNode event(SesRecords source, int index, RecordBuffer buffer) throws IOException {
        buffer.clear();
        source.write(index, Sources.EVENT_TIME.applyAsLong(index), buffer);
        return JSON.readTree(buffer.bytes(), 0, buffer.length());
    }

    private static EventType type(JsonNode event) {
        return EventType.of(event.get("eventType").textValue());
    }

    private static Schema schema(EventType type) {
        return requireNonNull(SCHEMAS.get(type), () -> "schema of " + type);
    }

    private static Map<EventType, Schema> schemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            schemas.put(
                    type,
                    registry.getSchema(SchemaLocation.of(
                            "classpath:dev/hydrant/record/ses/" + Mailbox.detailName(type) + ".json")));
        }
        return schemas;
    }
}
