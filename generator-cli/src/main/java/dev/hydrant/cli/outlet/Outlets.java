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
     * Opens them.
     *
     * @param warehouse folder of the local Firehose, when there is to be one
     */
    public static Outlets open(List<RecordKind> kinds, TargetOptions target, Path warehouse, BufferingOptions buffering)
            throws IOException, InterruptedException {
        if (target.isRemote()) {
            return remote(kinds, target);
        }
        LocalFirehose firehose = LocalFirehose.start(LocalStreams.settings(warehouse, 0, buffering));
        Outlets opened = new Outlets(firehose);
        try {
            for (RecordKind kind : kinds) {
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

    private static Outlets remote(List<RecordKind> kinds, TargetOptions target) throws IOException {
        if (kinds.size() > 1 && target.stream() != null) {
            throw new UsageError("--stream '" + target.stream() + "' with " + kinds.size()
                    + " kinds of records: allowed with one; several go to streams named sensors, ses and dynamodb");
        }
        Outlets opened = new Outlets(null);
        try {
            for (RecordKind kind : kinds) {
                FirehoseTarget stream = target.to(kind);
                opened.outlets.put(kind, EndpointOutlet.open(stream, target.inFlight()));
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
