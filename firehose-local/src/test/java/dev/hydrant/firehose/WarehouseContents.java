package dev.hydrant.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Records that a test can tell apart, and where they ended up: read from the folder alone, beside a running server or after it. */
public final class WarehouseContents {

    private static final TableIdentifier SENSORS = TableIdentifier.of("iot", "sensors");
    private static final ObjectMapper JSON = new ObjectMapper();

    private WarehouseContents() {}

    /** A sensor record that fits the table; {@code number} comes back in {@link #rows}. */
    public static String fitting(long number) {
        return "{\"sensor_id\":\"sensor-%03d\",\"timestamp\":%d,\"location\":\"office\",\"temperature\":23.45}\n"
                .formatted(number % 10, number);
    }

    /** One that does not; {@code number} comes back in {@link #errors}. */
    public static String unfitting(long number) {
        return "{\"timestamp\":%d}\n".formatted(number);
    }

    /** The numbers of the rows in the table. */
    public static List<Long> rows(Path folder) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (Warehouse warehouse = Warehouse.openReadOnly(folder);
                CloseableIterable<Record> rows = IcebergGenerics.read(warehouse.table(SENSORS))
                        .select("timestamp")
                        .build()) {
            rows.forEach(row -> numbers.add((Long) row.getField("timestamp")));
        }
        return numbers;
    }

    /** The lines of all objects in the default stream's bucket for errors. */
    public static List<JsonNode> errorLines(Path folder) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        Path buckets = folder.resolve("s3").resolve(StreamDefinition.LOCAL_BUCKET);
        if (Files.exists(buckets)) {
            try (Stream<Path> files = Files.walk(buckets)) {
                for (Path object : files.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .toList()) {
                    for (String line : Files.readAllLines(object)) {
                        lines.add(JSON.readTree(line));
                    }
                }
            }
        }
        return lines;
    }

    /** The numbers of the records in the error output. */
    public static List<Long> errors(Path folder) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode line : errorLines(folder)) {
            String data = new String(line.get("rawData").binaryValue(), StandardCharsets.UTF_8);
            numbers.add(JSON.readTree(data).get("timestamp").asLong());
        }
        return numbers;
    }
}
