package dev.hydrant.firehose.spool;

import java.io.IOException;
import java.util.List;

/** Records {@code from} (inclusive) to {@code to} (exclusive) of a spool, on disk: read as often as delivery needs them. */
public final class SpoolBatch {

    private final List<Segment> segments;
    private final long from;
    private final long to;

    SpoolBatch(List<Segment> segments, long from, long to) {
        this.segments = segments;
        this.from = from;
        this.to = to;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Reads every record in order. */
    public void forEach(RecordSink sink) throws IOException {
        for (Segment segment : segments) {
            try (FrameReader reader = new FrameReader(segment.file())) {
                while (reader.validLength() < segment.length()) {
                    if (!reader.next()) {
                        throw new IOException("spool segment %s is damaged at byte %d of %d"
                                .formatted(segment.file(), reader.validLength(), segment.length()));
                    }
                    reader.records(from, sink);
                }
            }
        }
    }
}
