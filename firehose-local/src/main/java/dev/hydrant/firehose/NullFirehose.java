package dev.hydrant.firehose;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Firehose that does nothing: it says of every record that it was taken, and forgets it. What a client reaches against it is
 * the client's own limit. Its record ids are as long as Firehose's, 224 characters (AWS documentation of put-record), so
 * that clients have as much to read.
 *
 * <p>It looks at no more of a call than it must: its name, and how many records it has.
 */
public final class NullFirehose implements AutoCloseable {

    private static final byte[] ID = ("{\"RecordId\":\"" + "A".repeat(224) + "\"}").getBytes(StandardCharsets.US_ASCII);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
    private static final long BRACES = '{' * ONES;

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();

    private NullFirehose(ServerSocket server) {
        this.server = server;
    }

    /** Starts one on a free port of the loopback interface. */
    public static NullFirehose start() throws IOException {
        NullFirehose started = new NullFirehose(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon("null-firehose", started::accept);
        return started;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                daemon("null-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            OutputStream out = socket.getOutputStream();
            byte[] body = new byte[0];
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int length = 0;
                String call = "";
                for (; !line.isEmpty(); line = line(in)) {
                    String header = line.toLowerCase(Locale.ROOT);
                    if (header.startsWith("content-length:")) {
                        length = Integer.parseInt(
                                header.substring(header.indexOf(':') + 1).strip());
                    } else if (header.startsWith("x-amz-target:")) {
                        call = line.substring(line.lastIndexOf('.') + 1);
                    }
                }
                body = body.length < length ? new byte[2 * length] : body;
                if (in.readNBytes(body, 0, length) < length) {
                    return;
                }
                out.write(answer(call, body, length));
            }
        } catch (IOException e) {
            // The client is done and has hung up.
        } finally {
            connections.remove(socket);
        }
    }

    private byte[] answer(String call, byte[] body, int length) {
        return switch (call) {
            // Each record is an object, and so is the request; base64 has no braces.
            case "PutRecordBatch" -> answers.computeIfAbsent(braces(body, length) - 1, NullFirehose::taken);
            case "PutRecord" -> answers.computeIfAbsent(-1, single -> http(ID));
            default -> answers.computeIfAbsent(-2, other -> http("{}".getBytes(StandardCharsets.US_ASCII)));
        };
    }

    private static byte[] taken(int records) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(
                "{\"FailedPutCount\":0,\"Encrypted\":false,\"RequestResponses\":[".getBytes(StandardCharsets.US_ASCII));
        for (int record = 0; record < records; record++) {
            if (record > 0) {
                json.write(',');
            }
            json.writeBytes(ID);
        }
        json.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return http(json.toByteArray());
    }

    private static byte[] http(byte[] json) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " + json.length
                        + "\r\nx-amzn-RequestId: 00000000-0000-0000-0000-000000000000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(json);
        return all.toByteArray();
    }

    /** How many opening braces there are, eight bytes at a time. */
    private static int braces(byte[] text, int length) {
        int count = 0;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            long difference = (long) LONG.get(text, at) ^ BRACES;
            // The high bit of each byte that is zero; no carry leaves a byte.
            long zeros = ~((difference & LOWS) + LOWS | difference | LOWS);
            count += Long.bitCount(zeros);
        }
        for (; at < length; at++) {
            count += text[at] == '{' ? 1 : 0;
        }
        return count;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
