package dev.hydrant.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hydrant.delivery.RecordBatch;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the records of dead letters, line by line. */
final class DeadLetterReader implements Closeable {

    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final BufferedReader lines;
    private long line;

    DeadLetterReader(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /**
     * The next record, or null after the last.
     *
     * @throws UsageError naming the file and line that holds none
     */
    byte @Nullable [] next() throws IOException {
        String text = lines.readLine();
        line++;
        if (text == null) {
            return null;
        }
        return text.isBlank() ? next() : record(text);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private byte[] record(String text) {
        byte[] record;
        try {
            JsonNode data = JSON.<JsonNode>readValue(text).path("rawData");
            record = data.isTextual() ? data.binaryValue() : null;
        } catch (IOException e) {
            record = null;
        }
        if (record == null) {
            throw new UsageError(
                    file + ", line " + line + ": allowed a JSON object with the record in rawData, base64");
        }
        if (record.length > RecordBatch.MAX_RECORD_BYTES) {
            throw new UsageError(file + ", line " + line + ": a record of " + record.length + " bytes, allowed up to "
                    + RecordBatch.MAX_RECORD_BYTES);
        }
        return record;
    }
}
