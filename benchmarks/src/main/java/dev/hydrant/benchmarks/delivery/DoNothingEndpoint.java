package dev.hydrant.benchmarks.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/**
 * Speaks just enough HTTP/1.1 to answer any PutRecordBatch of 500 records: reads the request, looks at nothing of it, and
 * says that all were taken. Its record ids are as long as Firehose's own, 224 characters (AWS documentation of
 * put-record), so that clients have as much to read.
 */
public final class DoNothingEndpoint {

    private static final int RECORDS = 500;
    private static final int RECORD_ID = 224;
    private static final byte[] RESPONSE = response();

    private DoNothingEndpoint() {}

    /** Prints its URL, then serves until the process is ended. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("http://127.0.0.1:" + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            OutputStream out = socket.getOutputStream();
            for (int length = head(in); length >= 0; length = head(in)) {
                in.skipNBytes(length);
                out.write(RESPONSE);
            }
        } catch (SocketException e) {
            // The client is done and has hung up.
        } catch (IOException e) {
            System.err.println("do-nothing endpoint: " + e);
        }
    }

    /** Reads a request's head and returns the length of its body, or -1 at the end of the connection. */
    private static int head(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line.isEmpty()) {
            return -1;
        }
        for (; !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("bodies without a Content-Length are not read: " + line);
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] response() {
        char[] id = new char[RECORD_ID];
        Arrays.fill(id, 'A');
        String entry = "{\"RecordId\":\"" + new String(id) + "\"}";
        String body = "{\"FailedPutCount\":0,\"Encrypted\":false,\"RequestResponses\":["
                + String.join(",", Collections.nCopies(RECORDS, entry)) + "]}";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " + body.length()
                + "\r\nx-amzn-RequestId: 00000000-0000-0000-0000-000000000000\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
