package dev.hydrant.firehose.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarehouseTest {

    private static final TableIdentifier SENSORS = TableIdentifier.of("iot", "sensors");
    private static final Schema SCHEMA = Objects.requireNonNull(KnownTables.schema("sensors"));

    @TempDir
    Path folder;

    @Test
    void aReaderBesideAWriterSeesTheFilesOfTheCurrentSnapshot() throws Exception {
        try (Warehouse writer = Warehouse.open(folder)) {
            writer.createTable(SENSORS, SCHEMA);
            try (Warehouse reader = Warehouse.openReadOnly(folder)) {
                assertThat(reader.tables()).singleElement().satisfies(table -> {
                    assertThat(table.namespace()).isEqualTo("iot");
                    assertThat(table.name()).isEqualTo("sensors");
                    assertThat(table.snapshotId()).isNull();
                    assertThat(table.dataFiles()).isEmpty();
                    assertThat(table.records()).isZero();
                });
                append(writer.table(SENSORS));
                assertThat(reader.tables()).singleElement().satisfies(table -> {
                    assertThat(table.snapshotId()).isNotNull();
                    assertThat(table.records()).isEqualTo(1);
                    assertThat(table.dataFiles()).hasSize(1).allMatch(file -> Files.exists(Path.of(file)));
                    assertThat(table.schema().sameSchema(writer.table(SENSORS).schema()))
                            .isTrue();
                });
            }
        }
    }

    @Test
    void tablesOfNestedNamespacesAreListedToo() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder)) {
            warehouse.createTable(TableIdentifier.of("a", "b", "one"), SCHEMA);
            warehouse.createTable(TableIdentifier.of("a", "two"), SCHEMA);
            warehouse.createTable(SENSORS, SCHEMA);

            assertThat(warehouse.tables())
                    .extracting(table -> table.namespace() + "." + table.name())
                    .containsExactlyInAnyOrder("a.two", "a.b.one", "iot.sensors");
        }
    }

    @Test
    void aFolderThatWasNeverDeliveredIntoIsNamedAndNotCreated() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Warehouse.openReadOnly(missing))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining(missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void aTableWithDeleteFilesIsRefused() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder)) {
            warehouse.createTable(SENSORS, SCHEMA);
            Table table = warehouse.table(SENSORS);
            append(table);
            DeleteFile deletes = FileMetadata.deleteFileBuilder(table.spec())
                    .ofPositionDeletes()
                    .withPath(table.location() + "/data/deletes.parquet")
                    .withFormat(FileFormat.PARQUET)
                    .withFileSizeInBytes(10)
                    .withRecordCount(1)
                    .build();
            table.newRowDelta().addDeletes(deletes).commit();

            assertThatThrownBy(warehouse::tables)
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("table iot.sensors has delete files");
        }
    }

    @Test
    void aCatalogThatIsNoDatabaseIsNamed() throws Exception {
        Files.writeString(
                folder.resolve("catalog.db"), "this is no SQLite database, whatever its name says".repeat(30));
        assertThatThrownBy(() -> Warehouse.open(folder))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("not a database");
    }

    @Test
    void aFolderNameWithOddCharactersWorks() throws Exception {
        Path odd = folder.resolve("a b?c=%41#d");
        try (Warehouse warehouse = Warehouse.open(odd)) {
            warehouse.createTable(SENSORS, SCHEMA);
            append(warehouse.table(SENSORS));
        }
        try (Warehouse warehouse = Warehouse.openReadOnly(odd)) {
            assertThat(warehouse.tables().get(0).records()).isEqualTo(1);
        }
        assertThat(odd.resolve("catalog.db")).exists();
    }

    private static void append(Table table) throws Exception {
        RowFile file = new RowFile(table, "one.parquet");
        try (file) {
            GenericRecord row = GenericRecord.create(table.schema());
            row.setField("sensor_id", "sensor-001");
            row.setField("timestamp", 1L);
            file.write(row);
        }
        table.newAppend().appendFile(file.toDataFile()).commit();
    }
}
