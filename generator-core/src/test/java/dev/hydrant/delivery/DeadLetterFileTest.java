package dev.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_009_000L));

    @TempDir
    private Path folder;

    @Test
    void keepsEachRecordWithFirehosesOwnFieldsBehindWhatIsThere() throws IOException {
        Path file = folder.resolve("letters.jsonl");
        for (int run = 0; run < 2; run++) {
            try (DeadLetterFile letters = new DeadLetterFile(file, 1_700_000_000_000_000_000L, CLOCK)) {
                RecordBatch batch = new RecordBatch();
                batch.add(Records.NUMBERED, 10L * run, 0, 1_000_000, 0);
                batch.add(Records.NUMBERED, 10L * run + 1, 0, 2_000_000, 0);
                letters.add(batch, "InternalFailure", "a \"quoted\" reason", 4);
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        JsonNode last = new ObjectMapper().readTree(lines.get(3));
        assertThat(new String(last.get("rawData").binaryValue(), StandardCharsets.UTF_8))
                .isEqualTo("record 11\n");
        assertThat(last.get("errorCode").textValue()).isEqualTo("InternalFailure");
        assertThat(last.get("errorMessage").textValue()).isEqualTo("a \"quoted\" reason");
        assertThat(last.get("attemptsMade").intValue()).isEqualTo(4);
        assertThat(last.get("arrivalTimestamp").longValue()).isEqualTo(1_700_000_000_002L);
        assertThat(last.get("attemptEndingTimestamp").longValue()).isEqualTo(1_700_000_009_000L);
        assertThat(last.get("index").longValue()).isEqualTo(11);
    }

    @Test
    void makesNoFileUntilThereIsALetter() throws IOException {
        Path file = folder.resolve("none.jsonl");
        new DeadLetterFile(file, 0, CLOCK).close();
        assertThat(file).doesNotExist();
    }

    @Test
    void tellsThatADiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        RecordBatch batch = new RecordBatch();
        batch.add(Records.NUMBERED, 0, 0, 0, 0);
        DeadLetterFile letters = new DeadLetterFile(full, 0, CLOCK);
        assertThatThrownBy(() -> letters.add(batch, "code", "message", 1)).isInstanceOf(IOException.class);
    }
}
