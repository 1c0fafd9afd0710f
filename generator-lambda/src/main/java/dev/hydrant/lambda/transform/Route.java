package dev.hydrant.lambda.transform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The Iceberg table that a record goes to, as {@code otfMetadata} with the operation insert; it overrides the stream's own
 * table (AWS documentation of Firehose's routing to Iceberg tables).
 *
 * @param database one or more of {@code a-z A-Z 0-9 . _}
 * @param table likewise
 */
public record Route(String database, String table) {

    private static final int FRAME = ("{'otfMetadata':{'destinationDatabaseName':'','destinationTableName':'',"
                    + "'operation':'insert'}}")
            .length();

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("otfMetadata");
        out.writeStringField("destinationDatabaseName", database);
        out.writeStringField("destinationTableName", table);
        out.writeStringField("operation", "insert");
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Bytes that {@link #write} writes. */
    int size() {
        return FRAME + AsciiJson.length(database) + AsciiJson.length(table);
    }
}
