package dev.hydrant.firehose.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How delivered objects are compressed: two of the formats of Firehose (AWS documentation of ExtendedS3DestinationConfiguration). */
public enum Compression {
    UNCOMPRESSED(""),
    GZIP(".gz");

    private static final int BUFFER = 1 << 16;

    private final String extension;

    Compression(String extension) {
        this.extension = extension;
    }

    /** What follows an object's name when the stream names no extension. */
    String extension() {
        return extension;
    }

    OutputStream over(OutputStream out) throws IOException {
        return this == GZIP ? new GZIPOutputStream(out, BUFFER) : out;
    }
}
