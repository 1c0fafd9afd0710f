package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.spool.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The body of one request, and the frame that its records go into. Reused from request to request. */
final class Request {

    /** 4 MiB of records in base64, with names and quotes around 500 of them, and room for limits to be overstepped and named. */
    static final int MOST_BYTES = 7 << 20;

    /** How much of a body that is too large is still read, so that the client gets to read the answer. */
    private static final long DRAINED = 64L << 20;

    private final Frame frame = new Frame();
    private byte[] body = new byte[1 << 16];
    private int length;

    byte[] body() {
        return body;
    }

    int length() {
        return length;
    }

    Frame frame() {
        return frame;
    }

    void read(InputStream in) throws IOException, ServiceException {
        length = 0;
        frame.clear();
        for (int n; (n = in.read(body, length, body.length - length)) >= 0; ) {
            length += n;
            if (length > MOST_BYTES) {
                drain(in);
                throw ServiceException.tooLarge("The request body is larger than %d bytes.".formatted(MOST_BYTES));
            }
            if (length == body.length) {
                body = Arrays.copyOf(body, 2 * length);
            }
        }
    }

    private void drain(InputStream in) throws IOException {
        long drained = 0;
        for (int n; drained < DRAINED && (n = in.read(body)) >= 0; ) {
            drained += n;
        }
    }
}
