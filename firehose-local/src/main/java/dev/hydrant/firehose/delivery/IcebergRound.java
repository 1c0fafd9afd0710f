package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.mapping.RowException;
import dev.hydrant.firehose.transform.Outcome;
import dev.hydrant.firehose.transform.OutcomeSink;
import dev.hydrant.firehose.transform.Route;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** Sorts the records of one round to tables and error output. */
final class IcebergRound implements OutcomeSink, Closeable {

    private final StreamTables tables;
    private final String streamId;
    private final long from;
    private final RoundErrors errors;
    private final Map<TableIdentifier, TableRows> rows = new LinkedHashMap<>();
    private final Map<Route, TableRows> routes = new HashMap<>();
    private final Map<Route, RouteException> dead = new HashMap<>();
    private @Nullable Route lastRoute;
    private @Nullable TableRows lastRows;
    private long dropped;

    IcebergRound(StreamTables tables, String streamId, long from, RoundErrors errors) {
        this.tables = tables;
        this.streamId = streamId;
        this.from = from;
        this.errors = errors;
    }

    @Override
    public void ok(long number, long arrivalMillis, Route route, byte[] bytes, int offset, int length)
            throws IOException {
        errors.passed(number, arrivalMillis);
        try {
            rows(route).add(number, bytes, offset, length);
        } catch (RowException e) {
            errors.iceberg(arrivalMillis, e.code(), String.valueOf(e.getMessage()), bytes, offset, length);
        } catch (RouteException e) {
            errors.iceberg(arrivalMillis, e.code(), String.valueOf(e.getMessage()), bytes, offset, length);
        }
    }

    @Override
    public void dropped(long number, long arrivalMillis) {
        errors.passed(number, arrivalMillis);
        dropped++;
    }

    @Override
    public void failed(long number, long arrivalMillis, Outcome.Failed why, byte[] bytes, int offset, int length)
            throws IOException {
        errors.passed(number, arrivalMillis);
        errors.processing(arrivalMillis, why, bytes, offset, length);
    }

    Collection<TableRows> tables() {
        return rows.values();
    }

    void complete() throws IOException {
        for (TableRows each : rows.values()) {
            each.complete();
        }
    }

    long dropped() {
        return dropped;
    }

    private TableRows rows(Route route) throws RouteException {
        // Mostly the record before went the same way.
        if (lastRows != null && route.equals(lastRoute)) {
            return lastRows;
        }
        TableRows found = routes.get(route);
        if (found == null) {
            found = resolved(route);
            routes.put(route, found);
        }
        lastRoute = route;
        lastRows = found;
        return found;
    }

    private TableRows resolved(Route route) throws RouteException {
        RouteException known = dead.get(route);
        if (known != null) {
            throw known;
        }
        try {
            StreamTable table = tables.get(route);
            return rows.computeIfAbsent(table.id(), id -> new TableRows(table, streamId, from));
        } catch (RouteException e) {
            dead.put(route, e);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (TableRows each : rows.values()) {
            try {
                each.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
