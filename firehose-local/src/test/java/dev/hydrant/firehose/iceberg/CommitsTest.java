package dev.hydrant.firehose.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitsTest {

    private static final TableIdentifier SENSORS = TableIdentifier.of("iot", "sensors");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Table table;

    @BeforeEach
    void open() throws IOException {
        warehouse = Warehouse.open(folder);
        warehouse.createTable(SENSORS, Objects.requireNonNull(KnownTables.schema("sensors")));
        table = warehouse.table(SENSORS);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aCommitThatArrivedCountsWhateverItsCallerWasTold() throws IOException {
        Table lying = withCommit(append -> {
            append.commit();
            throw new CommitStateUnknownException(new IOException("connection lost"));
        });

        warehouse.commits().append(lying, file("a"), "s", 7, id -> true);

        assertThat(SpoolPositions.committed(table, "s")).isEqualTo(7);
    }

    @Test
    void aCommitThatDidNotArriveThrowsAndLeavesNoMetadataBehind() throws IOException {
        List<Path> before = metadata();
        Table failing = withCommit(append -> {
            table.io()
                    .newOutputFile(table.location() + "/metadata/half-written.avro")
                    .create()
                    .close();
            throw new IllegalStateException("No space left on device");
        });

        assertThatThrownBy(() -> warehouse.commits().append(failing, file("a"), "s", 7, id -> true))
                .hasMessage("No space left on device");

        assertThat(SpoolPositions.committed(table, "s")).isZero();
        assertThat(metadata()).isEqualTo(before);
    }

    @Test
    void everyCommitCarriesThePositionsOfTheStreamsThatLive() throws IOException {
        warehouse.commits().append(table, file("a"), "one", 10, id -> true);
        warehouse.commits().append(table, file("b"), "two", 20, id -> true);
        warehouse.commits().append(table, file("c"), "three", 30, id -> !id.equals("two"));
        table.newAppend().appendFile(file("d")).commit();

        assertThat(List.of("one", "two", "three", "other").stream().map(id -> SpoolPositions.committed(table, id)))
                .containsExactly(10L, 0L, 30L, 0L);
    }

    @Test
    void snapshotsAndMetadataFilesStayBoundedAndEveryRowStays() throws IOException {
        for (int i = 0; i < 170; i++) {
            warehouse.commits().append(table, file("f" + i), i % 100 == 0 ? "rare" : "busy", i + 1, id -> true);
            warehouse.commits().expireOld(table);
        }

        assertThat(table.snapshots()).hasSizeBetween(100, 151);
        assertThat(SpoolPositions.committed(table, "rare")).isEqualTo(101);
        assertThat(SpoolPositions.committed(table, "busy")).isEqualTo(170);
        assertThat(metadata().stream().filter(file -> file.toString().endsWith(".metadata.json")))
                .hasSizeLessThan(25);
        assertThat(warehouse.tables().get(0).records()).isEqualTo(170);
        assertThat(warehouse.tables().get(0).dataFiles()).hasSize(170);
    }

    private DataFile file(String name) throws IOException {
        RowFile file = new RowFile(table, name + ".parquet");
        try (file) {
            GenericRecord row = GenericRecord.create(table.schema());
            row.setField("sensor_id", name);
            row.setField("timestamp", 1L);
            file.write(row);
        }
        return file.toDataFile();
    }

    private List<Path> metadata() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(table.location(), "metadata"))) {
            return files.sorted().toList();
        }
    }

    private interface Commit {
        void run(AppendFiles append) throws IOException;
    }

    /** The table, but its appends commit as told. */
    private Table withCommit(Commit commit) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.getName().equals("newAppend")) {
                return invoke(table, method, arguments);
            }
            AppendFiles append = table.newAppend();
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {AppendFiles.class}, (self, call, values) -> {
                        if (call.getName().equals("commit")) {
                            commit.run(append);
                            return null;
                        }
                        invoke(append, call, values);
                        return self;
                    });
        };
        return (Table) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Table.class}, handler);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
