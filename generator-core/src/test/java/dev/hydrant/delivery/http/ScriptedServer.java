package dev.hydrant.delivery.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers request by request with the bytes it was given, whatever was asked, and keeps what was. An answer may end the connection. */
final class ScriptedServer implements AutoCloseable {

    /** In an answer: hang up here. */
    static final String HANG_UP = "\u0000";
    /** In an answer: say nothing more until the server is closed. */
    static final String SILENCE = "\u0001";

    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final CountDownLatch silent = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;
    private final Thread acceptor = new Thread(this::accept, "scripted-server");
    private final List<String> answers;
    private final AtomicInteger next = new AtomicInteger();

    ScriptedServer(ServerSocket server, String... answers) {
        this.server = server;
        this.answers = List.of(answers);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    ScriptedServer(String... answers) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        try {
            // A thread that waits in accept() keeps the port open until it has noticed.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the server closed");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String request = request(in); !request.isEmpty(); request = request(in)) {
                requests.add(request);
                String answer = answers.get(Math.min(next.getAndIncrement(), answers.size() - 1));
                String said = answer.replace(HANG_UP, "").replace(SILENCE, "");
                out.write(said.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (answer.endsWith(HANG_UP)) {
                    return;
                }
                if (answer.endsWith(SILENCE)) {
                    silent.countDown();
                    closed.await();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone.
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            request.append((char) c);
            if (request.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        int length = request.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        return request.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1))
                .toString();
    }
}
