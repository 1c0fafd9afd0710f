package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.iceberg.KnownTables;
import dev.hydrant.firehose.iceberg.Reasons;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.iceberg.WarehouseException;
import dev.hydrant.firehose.mapping.RowMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** All delivery streams of one warehouse, each in a folder of its name. */
public final class DeliveryStreams implements Closeable {

    private static final Duration LAST_DELIVERY = Duration.ofSeconds(10);

    private final Path folder;
    private final DeliverySurroundings surroundings;
    private final SortedMap<String, DeliveryStream> streams = new ConcurrentSkipListMap<>();

    /**
     * Opens the streams that an earlier process left, and goes on delivering them.
     *
     * @param folder of the streams
     * @param buckets whose sub-folders stand for S3 buckets
     */
    public DeliveryStreams(Path folder, Path buckets, Warehouse warehouse, InstantSource clock, Step.Observer observer)
            throws IOException {
        this.folder = folder;
        this.surroundings = new DeliverySurroundings(warehouse, buckets, clock, this::isLive, observer);
        Files.createDirectories(folder);
        for (Path stream : folders()) {
            if (Files.exists(stream.resolve(StreamFile.NAME))) {
                open(stream);
            } else {
                delete(stream);
            }
        }
    }

    private void open(Path stream) throws IOException {
        try {
            StreamDefinition definition = StreamFile.read(stream);
            checkTable(definition.table());
            streams.put(definition.name(), new DeliveryStream(stream, definition, surroundings));
        } catch (IOException | RuntimeException e) {
            close();
            throw new WarehouseException("stream %s cannot be opened: %s".formatted(stream, Reasons.of(e)), e);
        }
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
        checkTable(definition.table());
        Path stream = folder.resolve(definition.name());
        try {
            Files.createDirectories(stream);
            StreamFile.write(stream, definition);
            streams.put(definition.name(), new DeliveryStream(stream, definition, surroundings));
            return true;
        } catch (IOException | RuntimeException e) {
            delete(stream);
            throw e;
        }
    }

    /** Makes the stream or, when there is one of that name, gives it these buffering hints. */
    public synchronized void ensure(StreamDefinition definition) throws IOException {
        DeliveryStream existing = streams.get(definition.name());
        if (existing == null) {
            create(definition);
        } else if (!existing.definition().hints().equals(definition.hints())) {
            existing.close();
            Path stream = folder.resolve(definition.name());
            StreamDefinition changed = existing.definition().withHints(definition.hints());
            StreamFile.write(stream, changed);
            streams.put(definition.name(), new DeliveryStream(stream, changed, surroundings));
        }
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

    private boolean isLive(String id) {
        return streams.values().stream()
                .anyMatch(stream -> stream.definition().id().equals(id));
    }

    private void checkTable(TableIdentifier id) {
        Warehouse warehouse = surroundings.warehouse();
        Schema known = KnownTables.schema(id.name());
        if (known != null) {
            warehouse.createTable(id, known);
        } else if (!warehouse.hasTable(id)) {
            throw new IllegalArgumentException(
                    "Table %s does not exist: allowed are tables of the warehouse and, in any database, %s"
                            .formatted(id, KnownTables.names().stream().sorted().toList()));
        }
        Table table = warehouse.table(id);
        if (!table.spec().isUnpartitioned()) {
            throw new IllegalArgumentException(
                    "Table %s is partitioned: allowed are tables without partitions".formatted(id));
        }
        new RowMapper(table.schema());
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
