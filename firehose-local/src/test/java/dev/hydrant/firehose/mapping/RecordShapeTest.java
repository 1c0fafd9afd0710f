package dev.hydrant.firehose.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hydrant.firehose.iceberg.KnownTables;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record as a whole has to look like. */
final class RecordShapeTest {

    private static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "name", Types.StringType.get()));

    private final RowMapper mapper = new RowMapper(SCHEMA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''|Iceberg.InvalidJson",
                "'  '|Iceberg.InvalidJson",
                "'[]'|Iceberg.InvalidJson",
                "'1'|Iceberg.InvalidJson",
                "'null'|Iceberg.InvalidJson",
                "'{\"id\":1'|Iceberg.InvalidJson",
                "'{\"id\":1,}'|Iceberg.InvalidJson",
                "'{id:1}'|Iceberg.InvalidJson",
                "'{\"id\":01}'|Iceberg.InvalidJson",
                "'{\"id\":NaN}'|Iceberg.InvalidJson",
                "'{\"id\":1}x'|Iceberg.InvalidJson",
                "'{\"id\":1}{\"id\":2}'|Iceberg.MultipleObjectsWithinRecord",
                "'{\"id\":1} {\"id\":2}'|Iceberg.MultipleObjectsWithinRecord",
                "'{}'|Iceberg.MissingColumnWithinRecord",
                "'{\"id\":null}'|Iceberg.MissingColumnWithinRecord",
                "'{\"ID\":1}'|Iceberg.MissingColumnWithinRecord",
                "'{\"id\":\"x\"}'|Iceberg.InvalidColumnValue",
            })
    void aRecordThatIsNotOneFittingObjectIsRefused(String json, String code) {
        byte[] record = json.getBytes(StandardCharsets.UTF_8);

        RowException refusal = catchThrowableOfType(RowException.class, () -> mapper.map(record, 0, record.length));

        assertThat(refusal).as(json).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.getMessage()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'{\"id\":1}'|1|",
                "'  {\"id\" : 1 } \r\n'|1|",
                "'{\"name\":\"a\",\"id\":1}'|1|a",
                "'{\"id\":1,\"more\":{\"id\":[2,{\"id\":3}]},\"name\":\"b\"}'|1|b",
                "'{\"id\":1,\"name\":\"a\",\"id\":2,\"name\":null}'|2|",
            })
    void columnsAreFoundByNameAndTheLastOfAKeyCounts(String json, long id, String name) throws RowException {
        byte[] record = json.getBytes(StandardCharsets.UTF_8);

        Row row = mapper.map(record, 0, record.length);

        assertThat(row.get(0)).isEqualTo(id);
        assertThat(row.get(1)).isEqualTo(name);
    }

    @Test
    void aRefusedRecordLeavesNothingBehindForTheNext() throws RowException {
        byte[] bad = "{\"name\":\"left over\",\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        byte[] good = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(RowException.class, () -> mapper.map(bad, 0, bad.length)))
                .isNotNull();

        assertThat(mapper.map(good, 0, good.length).get(1)).isNull();
    }

    @Test
    void noBytesWhateverEndInAnotherExceptionThanARefusal() {
        RowMapper sensors = new RowMapper(Objects.requireNonNull(KnownTables.schema("sensors")));
        byte[] seed =
                "{\"sensor_id\":\"sensor-001\",\"timestamp\":1700000000,\"location\":\"warehouse-a\",\"temperature\":23.45}\n"
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_261_101);
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] mutated = seed.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(mutated.length) : mutated.length;
            try {
                sensors.map(mutated, 0, length);
                accepted++;
            } catch (RowException e) {
                assertThat(e.code()).startsWith("Iceberg.");
            }
        }
        assertThat(accepted).isBetween(1, 49_999);
    }
}
