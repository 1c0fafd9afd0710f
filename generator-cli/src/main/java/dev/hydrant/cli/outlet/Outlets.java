package dev.hydrant.cli.outlet;

import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.firehose.LocalFirehose;
import dev.hydrant.run.RecordKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outlets of a run, one for each kind of records: at the Firehose that the options name, or at a local one. */
public final class Outlets implements Closeable {

    private final Map<RecordKind, Outlet> outlets = new EnumMap<>(RecordKind.class);
    private final @Nullable LocalFirehose local;

    private Outlets(@Nullable LocalFirehose local) {
        this.local = local;
    }

    /**
     * Opens those that lead to the kinds' usual streams, or to the one that the options name.
     *
     * @param warehouse folder of the local Firehose, when there is to be one
     */
    public static Outlets open(List<RecordKind> kinds, TargetOptions target, Path warehouse, BufferingOptions buffering)
            throws IOException, InterruptedException {
        Map<RecordKind, String> streams = new LinkedHashMap<>();
        kinds.forEach(kind -> streams.put(kind, kind.stream()));
        return open(streams, target, warehouse, buffering);
    }

    /**
     * Opens them.
     *
     * @param streams the delivery stream of each kind, unless the options name one
     * @param warehouse folder of the local Firehose, when there is to be one
     */
    public static Outlets open(
            Map<RecordKind, String> streams, TargetOptions target, Path warehouse, BufferingOptions buffering)
            throws IOException, InterruptedException {
        if (target.isRemote()) {
            return remote(streams, target);
        }
        streams.forEach((kind, stream) -> {
            if (!stream.equals(kind.stream())) {
                throw new UsageError("stream '" + stream + "': the local Firehose keeps " + kind + " records in '"
                        + kind.stream() + "'; other names are allowed with --endpoint-url or --region");
            }
        });
        LocalFirehose firehose = LocalFirehose.start(LocalStreams.settings(warehouse, 0, buffering));
        Outlets opened = new Outlets(firehose);
        try {
            for (RecordKind kind : streams.keySet()) {
                opened.outlets.put(kind, LocalOutlet.open(firehose, kind, target.inFlight()));
            }
            return opened;
        } catch (IOException | InterruptedException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** One outlet that was opened already, closed with these. */
    public static Outlets single(RecordKind kind, Outlet outlet) {
        Outlets opened = new Outlets(null);
        opened.outlets.put(kind, outlet);
        return opened;
    }

    private static Outlets remote(Map<RecordKind, String> streams, TargetOptions target) throws IOException {
        if (streams.size() > 1 && target.stream() != null) {
            throw new UsageError("--stream '" + target.stream() + "' with " + streams.size()
                    + " kinds of records: allowed with one; several go to streams named sensors, ses and dynamodb");
        }
        Outlets opened = new Outlets(null);
        try {
            for (Map.Entry<RecordKind, String> entry : streams.entrySet()) {
                FirehoseTarget stream = target.to(entry.getKey(), entry.getValue());
                opened.outlets.put(entry.getKey(), EndpointOutlet.open(stream, target.inFlight()));
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    public Outlet of(RecordKind kind) {
        Outlet outlet = outlets.get(kind);
        if (outlet == null) {
            throw new IllegalArgumentException("no outlet was opened for " + kind);
        }
        return outlet;
    }

    @Override
    public void close() throws IOException {
        for (Outlet outlet : outlets.values()) {
            outlet.close();
        }
        if (local != null) {
            local.close();
        }
    }
}
