package dev.hydrant.delivery.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections that wait for their next request. The one used last is taken first, so those too many grow stale and go. */
final class ConnectionPool implements AutoCloseable {

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Map<Origin, Deque<Connection>> idle = new HashMap<>();
    private boolean closed;

    ConnectionPool(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** A kept connection that still stands, or a new one. */
    Lease lease(Origin origin) throws IOException {
        for (Connection kept = take(origin); kept != null; kept = take(origin)) {
            if (kept.isUsable()) {
                return new Lease(kept, this);
            }
            kept.close();
        }
        return new Lease(Connection.open(origin, connectTimeout, readTimeout), this);
    }

    void release(Connection connection) {
        synchronized (this) {
            if (!closed) {
                idle.computeIfAbsent(connection.origin(), origin -> new ArrayDeque<>())
                        .push(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(connections -> connections.forEach(Connection::close));
        idle.clear();
    }

    private synchronized @Nullable Connection take(Origin origin) {
        Deque<Connection> connections = idle.get(origin);
        return connections == null ? null : connections.poll();
    }
}
