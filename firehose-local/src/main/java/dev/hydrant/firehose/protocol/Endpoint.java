package dev.hydrant.firehose.protocol;

import com.sun.net.httpserver.HttpServer;
import dev.hydrant.firehose.stream.DeliveryStreams;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The HTTP server that clients send to. */
public final class Endpoint implements Closeable {

    /** A thread is taken for as long as a body is read and answered, so slow clients need more of them than the processor has cores. */
    private static final int THREADS = 16;

    private static final int BACKLOG = 512;
    /** How long requests under way may take once the endpoint stops. */
    private static final long GRACE_MILLIS = 2_000;

    static {
        // Read once, when the first server of the process is made: without it every answer waits 40 ms for the client's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private @Nullable Requests requests;
    private boolean stopped;

    private Endpoint(HttpServer server) {
        this.server = server;
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "firehose-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes the port; nothing is answered yet.
     *
     * @throws BindException when it cannot be had
     */
    public static Endpoint bind(String host, int port) throws IOException {
        try {
            return new Endpoint(HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG));
        } catch (BindException e) {
            BindException named =
                    new BindException("port %d on %s cannot be used (%s): allowed is a free port, 0 takes any"
                            .formatted(port, host, e.getMessage()));
            named.initCause(e);
            throw named;
        } catch (UnknownHostException e) {
            throw new IOException("host '%s' is unknown: allowed is an address of this machine".formatted(host), e);
        }
    }

    public URI uri() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? '[' + host + ']' : host, address.getPort()));
    }

    /** Answers from now on. */
    public synchronized void serve(DeliveryStreams streams, InstantSource clock) {
        Requests handler = new Requests(streams, clock);
        requests = handler;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** Takes no further request and lets those under way end. */
    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            if (requests != null) {
                requests.finish(GRACE_MILLIS);
            }
            // Its own grace period is always waited out whole on JDK 17.
            server.stop(0);
            threads.shutdown();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
