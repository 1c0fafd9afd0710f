package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.delivery.StreamTable;
import dev.hydrant.firehose.iceberg.KnownTables;
import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.iceberg.WarehouseException;
import dev.hydrant.firehose.transform.Functions;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All delivery streams of one warehouse, each in a folder of its name. */
public final class DeliveryStreams implements Closeable {

    private static final Duration LAST_DELIVERY = Duration.ofSeconds(10);

    private final Path folder;
    private final DeliverySurroundings surroundings;
    private final SortedMap<String, DeliveryStream> streams = new ConcurrentSkipListMap<>();

    /** Ids of all streams, those not opened yet included: a commit keeps the positions of these. */
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    /**
     * Opens the streams that an earlier process left, and goes on delivering them.
     *
     * @param folder of the streams
     * @param buckets whose sub-folders stand for S3 buckets
     */
    public DeliveryStreams(
            Path folder,
            Path buckets,
            Warehouse warehouse,
            Functions functions,
            InstantSource clock,
            Step.Observer observer)
            throws IOException {
        this.folder = folder;
        this.surroundings = new DeliverySurroundings(warehouse, buckets, functions, clock, ids::contains, observer);
        Files.createDirectories(folder);
        List<StreamDefinition> found = new ArrayList<>();
        for (Path stream : folders()) {
            if (Files.exists(stream.resolve(StreamFile.NAME))) {
                found.add(StreamFile.read(stream));
            } else {
                delete(stream);
            }
        }
        found.forEach(definition -> ids.add(definition.id()));
        for (StreamDefinition definition : found) {
            open(definition);
        }
    }

    private void open(StreamDefinition definition) throws IOException {
        try {
            checkTable(definition);
            start(definition);
        } catch (IOException | RuntimeException e) {
            close();
            throw new WarehouseException(
                    "stream %s in %s cannot be opened: %s".formatted(definition.name(), folder, Reasons.of(e)), e);
        }
    }

    private void start(StreamDefinition definition) throws IOException {
        ids.add(definition.id());
        streams.put(definition.name(), new DeliveryStream(folder.resolve(definition.name()), definition, surroundings));
    }

    public @Nullable DeliveryStream get(String name) {
        return streams.get(name);
    }

    /** Names after {@code name}, in order; all when it is empty. */
    public List<String> namesAfter(String name) {
        return streams.tailMap(name + '\0').keySet().stream().toList();
    }

    /**
     * Makes a stream; it takes records at once.
     *
     * @return false when there is one of that name
     * @throws IllegalArgumentException when its table does not exist or cannot be delivered into
     */
    public synchronized boolean create(StreamDefinition definition) throws IOException {
        if (streams.containsKey(definition.name())) {
            return false;
        }
        checkFunction(definition);
        checkTable(definition);
        Path stream = folder.resolve(definition.name());
        try {
            Files.createDirectories(stream);
            StreamFile.write(stream, definition);
            start(definition);
            return true;
        } catch (IOException | RuntimeException e) {
            delete(stream);
            throw e;
        }
    }

    /**
     * Makes the stream or, when there is one of that name, changes it to what the definition says.
     *
     * @throws IOException when it changes in more than its buffering and holds records that cannot be delivered as they were meant to
     */
    public synchronized void ensure(StreamDefinition definition) throws IOException, InterruptedException {
        DeliveryStream existing = streams.get(definition.name());
        if (existing == null) {
            create(definition);
            return;
        }
        StreamDefinition changed = existing.definition().changedTo(definition);
        if (changed.equals(existing.definition())) {
            return;
        }
        if (replace(existing, changed.next()) == Change.HELD) {
            throw new IOException("stream %s is to deliver to %s, but %,d records of it cannot be delivered to %s: %s"
                    .formatted(
                            changed.name(),
                            changed.destination(),
                            existing.backlog().records(),
                            existing.definition().destination(),
                            existing.lastError().orElse("delivery takes long")));
        }
    }

    /** What became of a change. */
    public enum Change {
        DONE,
        /** The stream is not, or not any more, as it was thought to be; nothing was changed. */
        STALE,
        /** The stream holds records that cannot be delivered as they were meant to; nothing was changed. */
        HELD
    }

    /**
     * Changes a stream from {@code before} to {@code after}. What it has not delivered yet is delivered the new way where that makes no
     * difference to the records, else before. Puts that arrive meanwhile are refused, for clients to repeat.
     *
     * @throws IllegalArgumentException when its table or its function does not exist
     */
    public synchronized Change update(StreamDefinition before, StreamDefinition after)
            throws IOException, InterruptedException {
        DeliveryStream existing = streams.get(before.name());
        if (existing == null || !existing.definition().equals(before)) {
            return Change.STALE;
        }
        if (after.equals(before.with(after.attributes()))) {
            StreamFile.write(folder.resolve(before.name()), after);
            existing.attributes(after.attributes());
            return Change.DONE;
        }
        return replace(existing, after);
    }

    private Change replace(DeliveryStream existing, StreamDefinition changed) throws IOException, InterruptedException {
        checkFunction(changed);
        checkTable(changed);
        if (!changed.deliversAs(existing.definition()) && !existing.finish(LAST_DELIVERY)) {
            return Change.HELD;
        }
        try {
            StreamFile.write(folder.resolve(changed.name()), changed);
        } catch (IOException e) {
            existing.resume();
            throw e;
        }
        existing.close();
        start(changed);
        return Change.DONE;
    }

    /**
     * Delivers what the stream holds and deletes it; its table stays.
     *
     * @param force also when its records cannot be delivered; they are lost then
     * @return how many records it still holds, because of which it was not deleted; 0 when it was
     */
    public synchronized long delete(DeliveryStream stream, boolean force) throws IOException, InterruptedException {
        if (!force && !stream.finish(LAST_DELIVERY)) {
            return stream.backlog().records();
        }
        streams.remove(stream.definition().name());
        stream.close();
        ids.remove(stream.definition().id());
        Path gone = folder.resolve(stream.definition().name());
        // Without its definition the folder is no stream any more, even if the process dies here.
        Files.deleteIfExists(gone.resolve(StreamFile.NAME));
        delete(gone);
        return 0;
    }

    @Override
    public void close() throws IOException {
        for (DeliveryStream stream : streams.values()) {
            stream.close();
        }
    }

    private void checkTable(StreamDefinition definition) {
        if (!(definition.destination() instanceof Destination.Tables tables) || tables.own() == null) {
            return;
        }
        Warehouse warehouse = surroundings.warehouse();
        if (!StreamTable.exists(warehouse, tables.own())) {
            throw new IllegalArgumentException(
                    "Table %s does not exist: allowed are tables of the warehouse and, in any database, %s"
                            .formatted(
                                    tables.own(),
                                    KnownTables.names().stream().sorted().toList()));
        }
        StreamTable.load(warehouse, tables.own());
    }

    private void checkFunction(StreamDefinition definition) {
        TransformDefinition transform = definition.transform();
        if (transform != null && !surroundings.functions().has(transform.functionName())) {
            throw new IllegalArgumentException("LambdaArn %s: function '%s' is not registered: registered are %s"
                    .formatted(
                            transform.functionArn(),
                            transform.functionName(),
                            surroundings.functions().names()));
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
