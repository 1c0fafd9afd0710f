package dev.hydrant.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.firehose.iceberg.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** What stands in a warehouse folder: read from the files alone. */
public final class Landed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Landed() {}

    /** One column of a table; nothing when there is no such table. */
    public static List<Object> column(Path folder, String namespace, String table, String column) throws IOException {
        List<Object> values = new ArrayList<>();
        TableIdentifier id = TableIdentifier.of(namespace, table);
        try (Warehouse warehouse = Warehouse.openReadOnly(folder)) {
            if (warehouse.hasTable(id)) {
                try (CloseableIterable<Record> rows =
                        IcebergGenerics.read(warehouse.table(id)).build()) {
                    rows.forEach(row -> values.add(row.getField(column)));
                }
            }
        }
        return values;
    }

    /** The objects below a folder, in the order of their names. */
    public static List<Path> objects(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The lines of the objects below a folder, those that end in {@code .gz} unzipped. */
    public static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path object : objects(folder)) {
            try (InputStream file = Files.newInputStream(object);
                    InputStream in = object.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    /** The lines of the error output in one bucket, of one type. */
    public static List<JsonNode> errors(Path folder, String bucket, String type) throws IOException {
        List<JsonNode> errors = new ArrayList<>();
        for (String line : lines(folder.resolve("s3").resolve(bucket).resolve(type))) {
            errors.add(JSON.readTree(line));
        }
        return errors;
    }

    /** The data of a line of the error output. */
    public static String raw(JsonNode error) {
        try {
            return new String(error.required("rawData").binaryValue(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(error.toString(), e);
        }
    }
}
