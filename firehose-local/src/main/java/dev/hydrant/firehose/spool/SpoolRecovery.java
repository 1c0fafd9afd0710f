package dev.hydrant.firehose.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what an earlier process left in a spool directory. */
final class SpoolRecovery {

    private SpoolRecovery() {}

    /** The segments that hold undelivered records, in order; delivered ones are deleted, torn tails cut off. */
    static List<Segment> recover(Path directory, long position) throws IOException {
        List<Segment> kept = new ArrayList<>();
        long expected = position;
        for (Path file : files(directory)) {
            Segment segment = scan(file);
            if (segment.end() <= position) {
                Files.delete(file);
                continue;
            }
            if (segment.first() > expected) {
                throw new IOException("spool %s: records %d to %d were acknowledged and are missing before %s"
                        .formatted(directory, expected, segment.first() - 1, file.getFileName()));
            }
            kept.add(segment);
            expected = segment.end();
        }
        return kept;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Segment scan(Path file) throws IOException {
        String name = file.getFileName().toString();
        long first = Long.parseLong(name.substring(0, name.length() - Segment.SUFFIX.length()));
        Segment segment = new Segment(file, first, first, 0, 0, Long.MAX_VALUE);
        try (FrameReader reader = new FrameReader(file)) {
            while (reader.next() && reader.first() == segment.end()) {
                segment = segment.plus(
                        (int) (reader.end() - reader.first()),
                        (int) (reader.validLength() - segment.length()),
                        reader.dataBytes(),
                        reader.arrivalMillis());
            }
        }
        if (Files.size(file) > segment.length()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(segment.length());
            }
        }
        return segment;
    }
}
