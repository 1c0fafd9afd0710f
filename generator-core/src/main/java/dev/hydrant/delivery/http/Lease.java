package dev.hydrant.delivery.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** The use of a connection for one exchange. It ends once, whoever is first: the answer's last byte, or an abort from another thread. */
final class Lease {

    private final Connection connection;
    private final ConnectionPool pool;
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(Connection connection, ConnectionPool pool) {
        this.connection = connection;
        this.pool = pool;
    }

    Connection connection() {
        return connection;
    }

    /** The next exchange may have the connection. */
    void giveBack() {
        if (ended.compareAndSet(false, true)) {
            connection.rest();
            pool.release(connection);
        }
    }

    /** Nothing more can come of the connection; a thread that waits on it gets an IOException. */
    void discard() {
        if (ended.compareAndSet(false, true)) {
            connection.close();
        }
    }
}
