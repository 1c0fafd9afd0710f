package dev.hydrant.delivery.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import software.amazon.awssdk.http.SdkHttpMethod;

/** An answer's body. Read to its end it gives the connection back; closed before that, the connection is closed too. */
final class ResponseBody extends InputStream {

    private static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private final Lease lease;
    private final Connection connection;
    private final boolean lasting;
    private final boolean chunked;
    private long left;
    private boolean done;

    private ResponseBody(Lease lease, boolean lasting, boolean chunked, long left) {
        this.lease = lease;
        this.connection = lease.connection();
        this.lasting = lasting;
        this.chunked = chunked;
        this.left = left;
    }

    /** How a body ends is told by RFC 9112, section 6.3. */
    static InputStream of(ResponseHead head, Lease lease, SdkHttpMethod method) throws IOException {
        boolean chunked = head.header("Transfer-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))
                .orElse(false);
        boolean none = method == SdkHttpMethod.HEAD || head.status() == 204 || head.status() == 304;
        long length = none || chunked
                ? 0
                : head.header("Content-Length").map(ResponseBody::length).orElse(UNTIL_CLOSED);
        if (length < 0) {
            throw new IOException(lease.connection().origin() + " answered with Content-Length "
                    + head.header("Content-Length").orElse(""));
        }
        ResponseBody body = new ResponseBody(lease, head.lasting() && length != UNTIL_CLOSED, chunked && !none, length);
        if (!body.chunked && length == 0) {
            body.finish();
        }
        return body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!done && chunked && left == 0) {
            nextChunk();
        }
        if (done) {
            return -1;
        }
        int got = connection.read(into, offset, (int) Math.min(length, left));
        if (got < 0) {
            if (left != UNTIL_CLOSED) {
                throw new EOFException(connection.origin() + " closed the connection " + left
                        + " bytes before the end of its answer");
            }
            finish();
            return -1;
        }
        if (left != UNTIL_CLOSED) {
            left -= got;
        }
        if (left == 0) {
            if (chunked) {
                connection.line();
            } else {
                finish();
            }
        }
        return got;
    }

    @Override
    public void close() {
        done = true;
        lease.discard();
    }

    private void nextChunk() throws IOException {
        String line = connection.line();
        int extension = line.indexOf(';');
        String size = (extension < 0 ? line : line.substring(0, extension)).strip();
        try {
            left = Integer.parseInt(size, 16);
        } catch (NumberFormatException e) {
            throw new IOException(connection.origin() + " answered with a chunk of size '" + size + "'", e);
        }
        if (left == 0) {
            String trailer = connection.line();
            while (!trailer.isEmpty()) {
                trailer = connection.line();
            }
            finish();
        }
    }

    private void finish() {
        done = true;
        if (lasting) {
            lease.giveBack();
        } else {
            lease.discard();
        }
    }

    /** Negative when it is none. */
    private static long length(String text) {
        try {
            return text.startsWith("+") ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
