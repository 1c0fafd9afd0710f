package dev.hydrant.firehose.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of AWS's documentation of Firehose and Apache Iceberg tables, type by type, through a real table. */
final class RowMapperTest {

    private static final Type.PrimitiveType DECIMAL = Types.DecimalType.of(9, 2);
    private static final Type WIDE_DECIMAL = Types.DecimalType.of(38, 10);
    private static final Type FIXED = Types.FixedType.ofLength(4);
    private static final Type LIST = Types.ListType.ofOptional(10, Types.LongType.get());
    private static final Type MAP = Types.MapType.ofOptional(10, 11, Types.StringType.get(), Types.DoubleType.get());
    private static final Type INT_MAP =
            Types.MapType.ofOptional(10, 11, Types.IntegerType.get(), Types.StringType.get());
    private static final Type STRUCT = Types.StructType.of(
            Types.NestedField.optional(10, "a", Types.IntegerType.get()),
            Types.NestedField.optional(11, "b", Types.ListType.ofOptional(12, Types.StringType.get())));

    @TempDir
    Path folder;

    private static Stream<Arguments> accepted() {
        return Stream.of(
                value(Types.BooleanType.get(), "true", true),
                value(Types.BooleanType.get(), "false", false),
                value(Types.BooleanType.get(), "1", true),
                value(Types.BooleanType.get(), "0", false),
                value(Types.IntegerType.get(), "-2147483648", Integer.MIN_VALUE),
                value(Types.IntegerType.get(), "\"2147483647\"", Integer.MAX_VALUE),
                value(Types.IntegerType.get(), "1e3", 1000),
                value(Types.IntegerType.get(), "7.0", 7),
                value(Types.LongType.get(), "9223372036854775807", Long.MAX_VALUE),
                value(Types.LongType.get(), "\"-9223372036854775808\"", Long.MIN_VALUE),
                value(Types.FloatType.get(), "1.5", 1.5f),
                value(Types.FloatType.get(), "\"-2\"", -2f),
                value(Types.DoubleType.get(), "23.45", 23.45),
                value(Types.DoubleType.get(), "17", 17.0),
                value(Types.DoubleType.get(), "\"1e-3\"", 0.001),
                value(DECIMAL, "1234567.89", new BigDecimal("1234567.89")),
                value(DECIMAL, "-5", new BigDecimal("-5.00")),
                value(DECIMAL, "\"0.10\"", new BigDecimal("0.10")),
                value(DECIMAL, "1e2", new BigDecimal("100.00")),
                value(DECIMAL, "1.1000", new BigDecimal("1.10")),
                value(DECIMAL, "0e-999999999", new BigDecimal("0.00")),
                value(
                        WIDE_DECIMAL,
                        "1234567890123456789012345678.0123456789",
                        new BigDecimal("1234567890123456789012345678.0123456789")),
                value(Types.DateType.get(), "\"2024-09-04\"", LocalDate.of(2024, 9, 4)),
                value(Types.DateType.get(), "19970", LocalDate.ofEpochDay(19970)),
                value(Types.DateType.get(), "-1", LocalDate.of(1969, 12, 31)),
                value(Types.TimeType.get(), "\"18:56:15.096\"", LocalTime.of(18, 56, 15, 96_000_000)),
                value(Types.TimeType.get(), "86399999999", LocalTime.of(23, 59, 59, 999_999_000)),
                value(
                        Types.TimestampType.withoutZone(),
                        "\"2024-09-04T18:56:15.096\"",
                        LocalDateTime.of(2024, 9, 4, 18, 56, 15, 96_000_000)),
                value(
                        Types.TimestampType.withoutZone(),
                        "\"2024-09-04T20:56:15+02:00\"",
                        LocalDateTime.of(2024, 9, 4, 18, 56, 15)),
                value(
                        Types.TimestampType.withoutZone(),
                        "1700000000000001",
                        LocalDateTime.of(2023, 11, 14, 22, 13, 20, 1000)),
                value(
                        Types.TimestampType.withZone(),
                        "\"2024-09-04T18:56:15.123456789Z\"",
                        OffsetDateTime.parse("2024-09-04T18:56:15.123456Z")),
                value(
                        Types.TimestampType.withZone(),
                        "\"2024-09-04T18:56:15\"",
                        OffsetDateTime.parse("2024-09-04T18:56:15Z")),
                value(
                        Types.TimestampType.withZone(),
                        "\"1950-01-01T00:00:00.000001Z\"",
                        OffsetDateTime.parse("1950-01-01T00:00:00.000001Z")),
                value(Types.TimestampType.withZone(), "-1", OffsetDateTime.parse("1969-12-31T23:59:59.999999Z")),
                value(Types.StringType.get(), "\"\"", ""),
                value(Types.StringType.get(), "\"\\u00e4\\n\\ud83d\\ude00\"", "\u00e4\n\ud83d\ude00"),
                value(
                        Types.UUIDType.get(),
                        "\"123e4567-e89b-12d3-a456-426614174000\"",
                        UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
                value(FIXED, "\"cafebabe\"", HexFormat.of().parseHex("cafebabe")),
                value(FIXED, "\"yv66vg==\"", HexFormat.of().parseHex("cafebabe")),
                value(Types.BinaryType.get(), "\"0AFF\"", bytes("0aff")),
                value(Types.BinaryType.get(), "\"yv66vg==\"", bytes("cafebabe")),
                value(Types.BinaryType.get(), "\"\"", bytes("")),
                value(LIST, "[1,\"2\",null]", Arrays.asList(1L, 2L, null)),
                value(LIST, "\"[1, 2]\"", List.of(1L, 2L)),
                value(LIST, "[]", List.of()),
                value(MAP, "{\"a\":1.5,\"b\":2}", Map.of("a", 1.5, "b", 2.0)),
                value(MAP, "\"{\\\"a\\\":1}\"", Map.of("a", 1.0)),
                value(INT_MAP, "{\"7\":\"x\"}", Map.of(7, "x")));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                value(Types.BooleanType.get(), "2", "true, false, 1 or 0"),
                value(Types.BooleanType.get(), "\"true\"", "true, false, 1 or 0"),
                value(Types.IntegerType.get(), "2147483648", "from -2147483648 to 2147483647"),
                value(Types.IntegerType.get(), "1.5", "a whole number"),
                value(Types.IntegerType.get(), "\"x\"", "a whole number"),
                value(Types.IntegerType.get(), "true", "a whole number"),
                value(Types.IntegerType.get(), "1e999999999", "a whole number"),
                value(Types.LongType.get(), "9223372036854775808", "a whole number"),
                value(Types.LongType.get(), "{}", "a whole number"),
                value(Types.FloatType.get(), "1e39", "a number of at most"),
                value(Types.DoubleType.get(), "1e400", "a number of at most"),
                value(Types.DoubleType.get(), "\"NaN\"", "a number"),
                value(Types.DoubleType.get(), "[1]", "a number"),
                value(DECIMAL, "12345678.9", "a number of 9 digits, 2 of them after the point"),
                value(DECIMAL, "1.234", "a number of 9 digits"),
                value(DECIMAL, "1e99999999", "a number of 9 digits"),
                value(DECIMAL, "1e-99999999", "a number of 9 digits"),
                value(Types.DateType.get(), "\"2024-02-30\"", "2024-09-04"),
                value(Types.DateType.get(), "1.5", "2024-09-04"),
                value(Types.TimeType.get(), "86400000000", "whole number"),
                value(Types.TimeType.get(), "\"25:00\"", "18:56:15.096"),
                value(Types.TimestampType.withZone(), "\"yesterday\"", "2024-09-04T18:56:15.096Z"),
                value(Types.TimestampType.withZone(), "\"+999999999-01-01T00:00:00Z\"", "2024-09-04T18:56:15.096Z"),
                value(Types.StringType.get(), "1", "a string"),
                value(Types.StringType.get(), "{\"a\":1}", "a string"),
                value(Types.UUIDType.get(), "\"1-1-1-1-1\"", "a UUID"),
                value(FIXED, "\"cafe\"", "base64 or hex of 4 bytes"),
                value(Types.BinaryType.get(), "\"not base64!\"", "base64 or hex"),
                value(LIST, "{}", "an array"),
                value(LIST, "\"[1\"", "an array, or a string that holds one"),
                value(LIST, "\"[1] [2]\"", "an array, or a string that holds one"),
                value(MAP, "[]", "an object"),
                value(MAP, "{\"a\":\"x\"}", "a number"),
                value(INT_MAP, "{\"x\":\"y\"}", "a whole number"),
                value(STRUCT, "[1]", "an object"),
                value(STRUCT, "\"{}\"", "an object"));
    }

    /** One type, with JSON values and what the table holds for each. */
    @ParameterizedTest
    @MethodSource("acceptedByType")
    void acceptedValuesComeBackFromTheTable(Type type, Map<String, Object> values) throws Exception {
        try (MappedTable table = new MappedTable(folder, new Schema(Types.NestedField.required(1, "c", type)))) {
            List<String> records = values.keySet().stream()
                    .map(json -> "{\"c\":" + json + "}\n")
                    .toList();

            assertThat(table.roundTrip(records))
                    .extracting(row -> row.getField("c"))
                    .containsExactlyElementsOf(values.values());
        }
    }

    static Stream<Arguments> acceptedByType() {
        Map<Type, Map<String, Object>> byType = new LinkedHashMap<>();
        accepted()
                .map(Arguments::get)
                .forEach(value -> byType.computeIfAbsent((Type) value[0], type -> new LinkedHashMap<>())
                        .put((String) value[1], value[2]));
        return byType.entrySet().stream().map(type -> Arguments.of(type.getKey(), type.getValue()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedValueNamesColumnValueAndWhatIsAllowed(Type type, String json, String allowed) {
        RowMapper mapper = new RowMapper(new Schema(Types.NestedField.optional(1, "c", type)));
        byte[] record = ("{\"c\":" + json + "}").getBytes(StandardCharsets.UTF_8);

        RowException refusal = catchThrowableOfType(RowException.class, () -> mapper.map(record, 0, record.length));

        assertThat(refusal.code()).isEqualTo(RowException.INVALID_VALUE);
        assertThat(refusal).hasMessageStartingWith("column c: value ").hasMessageContaining(allowed);
    }

    @Test
    void nestedStructsComeBackAndTheirErrorsNameThePath() throws Exception {
        Types.StructType inner = Types.StructType.of(Types.NestedField.required(3, "x", Types.IntegerType.get()));
        Schema schema = new Schema(
                Types.NestedField.optional(1, "s", Types.StructType.of(Types.NestedField.optional(2, "t", inner))));
        try (MappedTable table = new MappedTable(folder, schema)) {
            Record row = table.roundTrip(List.of("{\"s\":{\"ignored\":[{}],\"t\":{\"x\":5}}}"))
                    .get(0);

            assertThat(((Record) ((Record) row.getField("s")).getField("t")).getField("x"))
                    .isEqualTo(5);
            assertThatThrownBy(() -> table.map("{\"s\":{\"t\":{}}}"))
                    .hasMessage("column s.t.x: required, but absent or null");
            assertThatThrownBy(() -> table.map("{\"s\":{\"t\":{\"x\":\"q\"}}}"))
                    .hasMessageStartingWith("column s.t.x: value");
        }
    }

    @Test
    void listsOfStructsAndNullsComeBack() throws Exception {
        Schema schema = new Schema(Types.NestedField.optional(1, "l", Types.ListType.ofOptional(2, STRUCT)));
        try (MappedTable table = new MappedTable(folder, schema)) {
            List<?> list = (List<?>) table.roundTrip(List.of("{\"l\":[{\"a\":1,\"b\":[\"x\",null]},{}]}"))
                    .get(0)
                    .getField("l");

            assertThat(((Record) list.get(0)).getField("b")).isEqualTo(Arrays.asList("x", null));
            assertThat(((Record) list.get(1)).getField("a")).isNull();
        }
    }

    @Test
    void structsNestUpTo16Levels() {
        assertThat(new RowMapper(nested(16))).isNotNull();
        assertThatThrownBy(() -> new RowMapper(nested(17))).hasMessageContaining("nested deeper than 16 levels");
    }

    private static Schema nested(int levels) {
        Type type = Types.IntegerType.get();
        for (int i = levels; i > 0; i--) {
            type = Types.StructType.of(Types.NestedField.optional(i + 1, "n", type));
        }
        return new Schema(Types.NestedField.optional(1, "n", type));
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static Arguments value(Type type, String json, Object expected) {
        return Arguments.of(type, json, expected);
    }
}
