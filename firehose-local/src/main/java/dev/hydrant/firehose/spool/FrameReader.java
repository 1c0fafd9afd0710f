package dev.hydrant.firehose.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Walks through the frames of a segment file from its start, up to the first one that is not whole. */
final class FrameReader implements Closeable {

    private static final int READ = 1 << 18;

    private final FileChannel channel;
    private final long fileLength;
    private ByteBuffer window = ByteBuffer.allocate(READ).flip();
    private long read;
    private int frameEnd;

    /** Bytes of the whole frames passed so far: where a torn tail would be cut. */
    private long validLength;

    private long first;
    private long arrivalMillis;
    private int count;

    FrameReader(Path segment) throws IOException {
        channel = FileChannel.open(segment, StandardOpenOption.READ);
        fileLength = channel.size();
    }

    /** Moves to the next frame; false at the end of the file or before bytes that are no whole frame. */
    boolean next() throws IOException {
        window.position(frameEnd);
        if (!fill(Frame.HEADER)) {
            return false;
        }
        int start = window.position();
        int length = window.getInt(start);
        if (length < Frame.HEADER - Frame.CHECKED
                || length > fileLength - validLength - Frame.CHECKED
                || !fill(Frame.CHECKED + length)) {
            return false;
        }
        start = window.position();
        if (Frame.checksum(window.array(), start + Frame.CHECKED, length) != window.getInt(start + 4)) {
            return false;
        }
        first = window.getLong(start + Frame.CHECKED);
        arrivalMillis = window.getLong(start + Frame.CHECKED + 8);
        count = window.getInt(start + Frame.CHECKED + 16);
        frameEnd = start + Frame.CHECKED + length;
        validLength += Frame.CHECKED + (long) length;
        return true;
    }

    /** Hands the records of the current frame, from number {@code from} on, to {@code sink}. */
    void records(long from, RecordSink sink) throws IOException {
        int at = window.position() + Frame.HEADER;
        for (int i = 0; i < count; i++) {
            int length = window.getInt(at);
            at += Integer.BYTES;
            if (first + i >= from) {
                sink.accept(first + i, arrivalMillis, window.array(), at, length);
            }
            at += length;
        }
    }

    /** Bytes of the records of the current frame. */
    int dataBytes() {
        return frameEnd - window.position() - Frame.HEADER - count * Integer.BYTES;
    }

    long first() {
        return first;
    }

    long end() {
        return first + count;
    }

    long arrivalMillis() {
        return arrivalMillis;
    }

    long validLength() {
        return validLength;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Sees to it that {@code needed} bytes stand in the window from its position on. */
    private boolean fill(int needed) throws IOException {
        if (window.remaining() >= needed) {
            return true;
        }
        ByteBuffer target = window;
        if (needed > window.capacity()) {
            target = ByteBuffer.allocate(needed + READ).put(window);
        } else {
            window.compact();
        }
        int n = 0;
        while (target.position() < needed && (n = channel.read(target, read)) > 0) {
            read += n;
        }
        window = target.flip();
        frameEnd = 0;
        return window.remaining() >= needed;
    }
}
