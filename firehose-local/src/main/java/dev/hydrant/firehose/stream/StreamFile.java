package dev.hydrant.firehose.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** A stream's definition on disk: {@code stream.json} in its folder. A folder without one is of a stream that was never made. */
final class StreamFile {

    static final String NAME = "stream.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamFile() {}

    static void write(Path folder, StreamDefinition stream) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("name", stream.name())
                .put("id", stream.id())
                .put("created", stream.createdMillis())
                .put("database", stream.table().namespace().toString())
                .put("table", stream.table().name())
                .put("sizeMiB", stream.hints().sizeMiB())
                .put("intervalSeconds", stream.hints().intervalSeconds())
                .put("bucket", stream.bucket())
                .put("errorOutputPrefix", stream.errorPrefix().text());
        json.set("configuration", stream.configuration());
        Path fresh = folder.resolve(NAME + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), json);
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static StreamDefinition read(Path folder) throws IOException {
        JsonNode json = JSON.readTree(folder.resolve(NAME).toFile());
        return new StreamDefinition(
                json.required("name").asText(),
                json.required("id").asText(),
                json.required("created").asLong(),
                TableIdentifier.of(
                        Namespace.of(json.required("database").asText().split("\\.")),
                        json.required("table").asText()),
                new BufferingHints(
                        json.required("sizeMiB").asInt(),
                        json.required("intervalSeconds").asInt()),
                json.required("bucket").asText(),
                new ErrorOutputPrefix(json.required("errorOutputPrefix").asText()),
                (ObjectNode) json.required("configuration"));
    }
}
