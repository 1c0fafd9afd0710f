package dev.hydrant.firehose.spool;

import java.nio.file.Path;

/**
 * What is known of one segment file without reading it.
 *
 * @param first number of its first record; also its file name
 * @param end one more than the number of its last record; {@code first} when it is empty
 * @param length bytes of the file that hold whole frames
 * @param dataBytes bytes of its records
 * @param oldestMillis arrival of its first record, {@link Long#MAX_VALUE} when it is empty
 */
record Segment(Path file, long first, long end, long length, long dataBytes, long oldestMillis) {

    static final String SUFFIX = ".segment";

    static Segment empty(Path directory, long first) {
        return new Segment(directory.resolve("%019d%s".formatted(first, SUFFIX)), first, first, 0, 0, Long.MAX_VALUE);
    }

    Segment plus(int records, int frameLength, int moreData, long arrivalMillis) {
        return new Segment(
                file,
                first,
                end + records,
                length + frameLength,
                dataBytes + moreData,
                Math.min(oldestMillis, arrivalMillis));
    }

    boolean isEmpty() {
        return first == end;
    }
}
