package dev.hydrant.delivery.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One socket and what was read from it ahead. Used by one thread at a time. */
final class Connection implements AutoCloseable {

    /** Takes a request of 500 sensor records with its head in one write. */
    private static final int OUT = 128 * 1024;

    private static final int IN = 16 * 1024;
    /** A server may hang up on a connection that it finds idle; one used just now is not worth a look. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Origin origin;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] read = new byte[IN];
    private int next;
    private int end;
    private final byte[] written = new byte[OUT];
    private long usedAt = System.nanoTime();

    private Connection(Origin origin, Socket socket) throws IOException {
        this.origin = origin;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static Connection open(Origin origin, Duration connectTimeout, Duration readTimeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(readTimeout.toMillis()));
            socket.connect(
                    new InetSocketAddress(origin.host(), origin.port()), Math.toIntExact(connectTimeout.toMillis()));
            return new Connection(origin, origin.secure() ? secured(socket, origin) : socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException("no connection to " + origin + ": " + reason(e), e);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static String reason(IOException e) {
        return e instanceof UnknownHostException ? "unknown host" : String.valueOf(e.getMessage());
    }

    private static Socket secured(Socket socket, Origin origin) throws IOException {
        SSLSocket secure = (SSLSocket) defaultTls().createSocket(socket, origin.host(), origin.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static SSLSocketFactory defaultTls() throws IOException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JVM has no TLS: " + e.getMessage(), e);
        }
    }

    Origin origin() {
        return origin;
    }

    /** Whether the other side has kept it open, and has said nothing unasked. */
    boolean isUsable() {
        if (System.nanoTime() - usedAt < FRESH_NANOS) {
            return true;
        }
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                in.read();
                return false;
            } catch (SocketTimeoutException nothingToRead) {
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends head and body with no more writes than needed. */
    void send(byte[] head, InputStream body) throws IOException {
        int length = 0;
        if (head.length <= OUT) {
            System.arraycopy(head, 0, written, 0, head.length);
            length = head.length;
        } else {
            out.write(head);
        }
        while (true) {
            int got = body.readNBytes(written, length, OUT - length);
            out.write(written, 0, length + got);
            if (length + got < OUT) {
                return;
            }
            length = 0;
        }
    }

    /** A line without its end, at most 16 KiB long. */
    String line() throws IOException {
        for (int at = next; ; at++) {
            if (at == end) {
                int gone = next;
                fill();
                at -= gone;
            }
            if (read[at] == '\n') {
                int stop = at > next && read[at - 1] == '\r' ? at - 1 : at;
                String line = new String(read, next, stop - next, StandardCharsets.ISO_8859_1);
                next = at + 1;
                return line;
            }
        }
    }

    /** As {@link InputStream#read(byte[], int, int)}: first what was read ahead, then straight from the socket. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (next == end) {
            return in.read(into, offset, length);
        }
        int ready = Math.min(length, end - next);
        System.arraycopy(read, next, into, offset, ready);
        next += ready;
        return ready;
    }

    /** Called when an answer was read to its end. */
    void rest() {
        usedAt = System.nanoTime();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }

    /** Reads more behind what is not yet used, which moves to the front. */
    private void fill() throws IOException {
        System.arraycopy(read, next, read, 0, end - next);
        end -= next;
        next = 0;
        if (end == IN) {
            throw new IOException("the answer of " + origin + " has a line longer than " + IN + " bytes");
        }
        int got = in.read(read, end, IN - end);
        if (got < 0) {
            throw new EOFException(origin + " closed the connection without an answer");
        }
        end += got;
    }
}
