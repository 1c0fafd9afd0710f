package dev.hydrant.firehose.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.Compression;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import dev.hydrant.firehose.delivery.ObjectFormat;
import dev.hydrant.firehose.delivery.ObjectPrefix;
import dev.hydrant.firehose.transform.TransformBuffering;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NavigableMap;
import java.util.TreeMap;
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
                .put("sizeMiB", stream.hints().sizeMiB())
                .put("intervalSeconds", stream.hints().intervalSeconds())
                .put("bucket", stream.bucket())
                .put("errorOutputPrefix", stream.errorPrefix().text());
        if (stream.destination() instanceof Destination.Tables tables && tables.own() != null) {
            json.put("database", tables.own().namespace().toString());
            json.put("table", tables.own().name());
        } else if (stream.destination() instanceof Destination.Objects objects) {
            json.putObject("objects")
                    .put("prefix", objects.format().prefix().text())
                    .put("compression", objects.format().compression().name())
                    .put("fileExtension", objects.format().fileExtension());
        }
        TransformDefinition transform = stream.transform();
        if (transform != null) {
            json.putObject("transform")
                    .put("functionArn", transform.functionArn())
                    .put("retries", transform.retries())
                    .put("sizeMB", transform.buffering().sizeMB())
                    .put("intervalSeconds", transform.buffering().intervalSeconds());
        }
        json.set("configuration", stream.configuration());
        attributes(json, stream.attributes());
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
                destination(json),
                new BufferingHints(
                        json.required("sizeMiB").asInt(),
                        json.required("intervalSeconds").asInt()),
                json.required("bucket").asText(),
                new ErrorOutputPrefix(json.required("errorOutputPrefix").asText()),
                json.has("transform") ? transform(json.required("transform")) : null,
                (ObjectNode) json.required("configuration"),
                attributes(json));
    }

    private static void attributes(ObjectNode json, StreamAttributes attributes) {
        json.put("version", attributes.version());
        ObjectNode tags = json.putObject("tags");
        attributes.tags().forEach(tags::put);
        StreamEncryption encryption = attributes.encryption();
        if (encryption != null) {
            json.putObject("encryption").put("keyType", encryption.keyType()).put("keyArn", encryption.keyArn());
        }
    }

    private static StreamAttributes attributes(JsonNode json) {
        NavigableMap<String, String> tags = new TreeMap<>();
        json.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        JsonNode encryption = json.path("encryption");
        return new StreamAttributes(
                json.path("version").asInt(1),
                tags,
                encryption.isMissingNode()
                        ? null
                        : new StreamEncryption(
                                encryption.required("keyType").asText(),
                                encryption.path("keyArn").textValue()));
    }

    private static Destination destination(JsonNode json) {
        if (json.has("objects")) {
            JsonNode objects = json.required("objects");
            return new Destination.Objects(new ObjectFormat(
                    new ObjectPrefix(objects.required("prefix").asText()),
                    Compression.valueOf(objects.required("compression").asText()),
                    objects.required("fileExtension").asText()));
        }
        return new Destination.Tables(json.has("table") ? table(json) : null);
    }

    private static TableIdentifier table(JsonNode json) {
        return TableIdentifier.of(
                Namespace.of(json.required("database").asText().split("\\.")),
                json.required("table").asText());
    }

    private static TransformDefinition transform(JsonNode json) {
        return new TransformDefinition(
                json.required("functionArn").asText(),
                json.required("retries").asInt(),
                new TransformBuffering(
                        json.required("sizeMB").asDouble(),
                        json.required("intervalSeconds").asInt()));
    }
}
