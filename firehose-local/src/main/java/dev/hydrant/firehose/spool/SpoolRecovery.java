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

    /** The segments that hold undelivered records, in order; others are deleted, torn tails cut off. */
    static List<Segment> recover(Path directory, long position) throws IOException {
        List<Segment> kept = new ArrayList<>();
        List<Path> files = files(directory);
        long expected = position;
        for (int i = 0; i < files.size(); i++) {
            long following = i + 1 < files.size() ? first(files.get(i + 1)) : Long.MAX_VALUE;
            Segment segment = scan(files.get(i), following);
            if (segment.isEmpty() || segment.end() <= position) {
                Files.delete(segment.file());
                continue;
            }
            if (segment.first() > expected) {
                throw new IOException("spool %s: records %d to %d were acknowledged and are missing before %s"
                        .formatted(
                                directory,
                                expected,
                                segment.first() - 1,
                                segment.file().getFileName()));
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

    private static long first(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return Long.parseLong(name.substring(0, name.length() - Segment.SUFFIX.length()));
        } catch (NumberFormatException e) {
            throw new IOException("spool file %s: its name is not a record number".formatted(file), e);
        }
    }

    /** Reads the frames up to the first that is not whole, or that the next segment begins with. */
    private static Segment scan(Path file, long following) throws IOException {
        long first = first(file);
        Segment segment = new Segment(file, first, first, 0, 0, Long.MAX_VALUE);
        try (FrameReader reader = new FrameReader(file)) {
            while (segment.end() < following && reader.next() && reader.first() == segment.end()) {
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
