package dev.hydrant.firehose.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of an answer. Reused from request to request. */
final class Reply extends ByteArrayOutputStream {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    Reply() {
        super(1 << 15);
    }

    void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    /** 16 hex digits. */
    void hex(long value) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            write(HEX[(int) (value >>> shift) & 15]);
        }
    }

    byte[] bytes() {
        return buf;
    }
}
