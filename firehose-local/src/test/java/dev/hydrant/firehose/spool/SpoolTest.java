package dev.hydrant.firehose.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.firehose.spool.SpooledRecords.Spooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolTest {

    private static final long SMALL_SEGMENT = 2_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasAppendedAndNotReleasedIsReadInOrderAcrossRestarts(long seed) throws IOException {
        Random random = new Random(seed);
        List<Spooled> model = new ArrayList<>();
        long next = 0;
        long position = 0;
        Spool spool = Spool.open(directory, 0, SMALL_SEGMENT);
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    spool.close();
                    spool = Spool.open(directory, position, SMALL_SEGMENT);
                }
                case 1 -> {
                    SpoolBatch batch = spool.take(random.nextInt(6_000));
                    List<Spooled> read = SpooledRecords.read(batch);
                    assertThat(read).isEqualTo(model.subList(0, read.size()));
                    assertThat(batch.to() - batch.from()).isEqualTo(read.size());
                    if (random.nextBoolean()) {
                        position = batch.to();
                        spool.release(position);
                        model = new ArrayList<>(model.subList(read.size(), model.size()));
                    }
                }
                default -> {
                    List<byte[]> records = SpooledRecords.random(random, 20, 60);
                    assertThat(spool.append(SpooledRecords.frame(records), step))
                            .isEqualTo(next);
                    for (byte[] data : records) {
                        model.add(SpooledRecords.spooled(next++, step, data));
                    }
                }
            }
            assertThat(spool.next()).isEqualTo(next);
            assertThat(spool.backlog().records()).isEqualTo(model.size());
            assertThat(spool.backlog().oldestMillis())
                    .isEqualTo(model.isEmpty() ? Long.MAX_VALUE : model.get(0).arrivalMillis());
        }
        assertThat(SpooledRecords.read(spool.take(Long.MAX_VALUE))).isEqualTo(model);
    }

    @Test
    void aSegmentCutAtAnyByteKeepsItsWholeFramesAndTakesNewOnes() throws IOException {
        Random random = new Random(42);
        List<Spooled> model = new ArrayList<>();
        List<Integer> frameEnds = new ArrayList<>();
        List<Integer> recordEnds = new ArrayList<>();
        try (Spool spool = Spool.open(directory, 0)) {
            for (int i = 0; i < 6; i++) {
                List<byte[]> records = SpooledRecords.random(random, 4, 30);
                Frame frame = SpooledRecords.frame(records);
                long first = spool.append(frame, i);
                for (int j = 0; j < records.size(); j++) {
                    model.add(SpooledRecords.spooled(first + j, i, records.get(j)));
                }
                frameEnds.add((frameEnds.isEmpty() ? 0 : frameEnds.get(i - 1)) + frame.length());
                recordEnds.add(model.size());
            }
        }
        byte[] whole = Files.readAllBytes(onlySegment());
        for (int cut = 0; cut <= whole.length; cut++) {
            Path folder = directory.resolve("cut" + cut);
            Files.createDirectories(folder);
            Files.write(folder.resolve(onlySegment().getFileName()), Arrays.copyOf(whole, cut));
            int survivors = 0;
            for (int i = 0; i < frameEnds.size() && frameEnds.get(i) <= cut; i++) {
                survivors = recordEnds.get(i);
            }
            try (Spool spool = Spool.open(folder, 0)) {
                assertThat(spool.append(SpooledRecords.frame(List.of(new byte[] {7})), 99))
                        .as("cut at byte %d", cut)
                        .isEqualTo(survivors);
                List<Spooled> expected = new ArrayList<>(model.subList(0, survivors));
                expected.add(new Spooled(survivors, 99, "07"));
                assertThat(SpooledRecords.read(spool.take(Long.MAX_VALUE)))
                        .as("cut at byte %d", cut)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aDamagedSegmentThatOthersFollowIsNamedAndNotSkipped() throws IOException {
        Random random = new Random(7);
        try (Spool spool = Spool.open(directory, 0, SMALL_SEGMENT)) {
            for (int i = 0; i < 100; i++) {
                spool.append(SpooledRecords.frame(SpooledRecords.random(random, 5, 50)), i);
            }
        }
        Path first = directory.resolve("%019d.segment".formatted(0));
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);

        assertThatThrownBy(() -> Spool.open(directory, 0, SMALL_SEGMENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("were acknowledged and are missing");
    }

    @Test
    void damageWhileTheProcessLivesStopsTheReadingBatch() throws IOException {
        try (Spool spool = Spool.open(directory, 0)) {
            spool.append(SpooledRecords.frame(List.of(new byte[100])), 1);
            SpoolBatch batch = spool.take(Long.MAX_VALUE);
            Path segment = directory.resolve("%019d.segment".formatted(0));
            byte[] bytes = Files.readAllBytes(segment);
            bytes[90] ^= 1;
            Files.write(segment, bytes);

            assertThatThrownBy(() -> SpooledRecords.read(batch))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged at byte 0");
        }
    }

    @Test
    void numbersGoOnWhenEverythingIsDelivered() throws IOException {
        try (Spool spool = Spool.open(directory, 0)) {
            spool.append(SpooledRecords.frame(List.of(new byte[1], new byte[1])), 1);
            spool.take(Long.MAX_VALUE);
            spool.release(2);
        }
        try (Spool spool = Spool.open(directory, 2)) {
            assertThat(spool.next()).isEqualTo(2);
        }
        // As after a commit of which only the table knows.
        try (Spool spool = Spool.open(directory, 50)) {
            assertThat(spool.append(SpooledRecords.frame(List.of(new byte[1])), 1))
                    .isEqualTo(50);
        }
        try (Spool spool = Spool.open(directory, 50)) {
            assertThat(SpooledRecords.read(spool.take(Long.MAX_VALUE))).hasSize(1);
        }
    }

    @Test
    void aSpoolThatRefusesTakesNothing() throws IOException {
        try (Spool spool = Spool.open(directory, 0)) {
            spool.refuse(true);
            assertThatThrownBy(() -> spool.append(SpooledRecords.frame(List.of(new byte[1])), 1))
                    .hasMessageContaining("being deleted");
            spool.refuse(false);
            assertThat(spool.append(SpooledRecords.frame(List.of(new byte[1])), 1))
                    .isZero();
        }
    }

    private Path onlySegment() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
