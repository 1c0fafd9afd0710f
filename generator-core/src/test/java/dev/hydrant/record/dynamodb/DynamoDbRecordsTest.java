package dev.hydrant.record.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.record.IndexUuid;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.Sources;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of(1, DynamoDbOptions.DEFAULT, 200),
                Arguments.of(2, options(0, 1, Duration.ofSeconds(1)), 200),
                Arguments.of(3, options(0, 0, Duration.ofSeconds(1)), 200),
                Arguments.of(4, options(20, 0.1, Duration.ofMillis(50)), 1_000),
                Arguments.of(5, options(8, 1, Duration.ofHours(1)), 5),
                Arguments.of(6, options(0.5, 0.5, Duration.ofSeconds(10)), 0.1));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void changesReplayIntoATable(long seed, DynamoDbOptions options, double rate) throws IOException {
        DynamoDbRecords source = new DynamoDbRecords(seed, "orders", options, rate, Sources.EVENT_TIME);
        IndexUuid ids = DynamoDbRecords.eventIds(seed, "orders");
        Table table = new Table();
        int inserts = 0;
        for (int index = 0; index < 20_000; index++) {
            String record = Sources.text(source, index, 1);
            JsonNode change = JSON.readTree(record);
            table.apply(record, change);
            assertThat(ids.indexOf(change.get("eventID").textValue(), 0)).isEqualTo(index);
            assertThat(source.typeOf(index)).isEqualTo(change.get("eventName").textValue());
            inserts += change.get("eventName").textValue().equals("INSERT") ? 1 : 0;
        }
        assertThat(table.items() + table.removed()).isEqualTo(inserts);
        assertThat(table.removed() > 0).isEqualTo(options.removed() > 0);
    }

    @Test
    void modificationsAndRemovalsAreAsManyAsAskedFor() {
        DynamoDbRecords source =
                new DynamoDbRecords(7, "orders", options(3, 0.5, Duration.ofMillis(500)), 200, Sources.EVENT_TIME);
        Map<String, Integer> counts = new HashMap<>();
        Sources.text(source, 0, 200_000).lines().forEach(line -> {
            int name = line.indexOf("eventName") + 12;
            counts.merge(line.substring(name, name + 6), 1, Integer::sum);
        });
        double inserts = counts.getOrDefault("INSERT", 0);
        assertThat(counts.getOrDefault("MODIFY", 0) / inserts).isCloseTo(3, withinPercentage(2));
        assertThat(counts.getOrDefault("REMOVE", 0) / inserts).isCloseTo(0.5, withinPercentage(2));
    }

    @Test
    void aChangeHasTheFieldsOfKinesisDataStreamsForDynamoDb() throws IOException {
        Set<String> names = new HashSet<>();
        for (String record : Sources.text(source(8), 0, 1_000).lines().toList()) {
            JsonNode change = JSON.readTree(record);
            assertThat(change.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "awsRegion",
                            "eventID",
                            "eventName",
                            "userIdentity",
                            "recordFormat",
                            "tableName",
                            "dynamodb",
                            "eventSource");
            assertThat(change.get("userIdentity").isNull()).isTrue();
            assertThat(change.get("awsRegion").textValue()).isEqualTo("us-east-1");
            assertThat(change.get("tableName").textValue()).isEqualTo("orders");
            assertThat(change.get("dynamodb")
                            .get("ApproximateCreationDateTimePrecision")
                            .textValue())
                    .isEqualTo("MICROSECOND");
            assertThat(change.get("dynamodb").get("Keys").fieldNames())
                    .toIterable()
                    .containsExactly("id", "datetime");
            names.add(change.get("eventName").textValue());
        }
        assertThat(names).containsExactlyInAnyOrder("INSERT", "MODIFY", "REMOVE");
    }

    @Test
    void theTimeOfAChangeIsItsEventTimeInMicroseconds() throws IOException {
        DynamoDbRecords source = source(9);
        for (int index = 0; index < 100; index++) {
            JsonNode data = JSON.readTree(Sources.text(source, index, 1)).get("dynamodb");
            assertThat(data.get("ApproximateCreationDateTime").longValue())
                    .isEqualTo(Sources.EVENT_TIME.applyAsLong(index) / 1000);
        }
    }

    @Test
    void theRulesOfSizeAreThoseOfTheDocumentedExample() throws IOException {
        JsonNode data = JSON.readTree(DynamoDbRecordsTest.class.getResourceAsStream("example-modify.json"))
                .get("dynamodb");
        assertThat(Table.sizeBytes(data)).isEqualTo(data.get("SizeBytes").intValue());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7a8127f7ff50d13019ab988f3ddbdf156ba1848a87370337d970f1947383b07c",
        "1000000, 14a2e7917602c8bcaf40f8a49dfb6d498943aee68b6cf670e6052247d497b744"
    })
    void aThousandRecordsOfTheDefaultStreamKeepTheirDigest(long first, String sha256) {
        assertThat(Sources.sha256(Sources.text(source(1), first, 1000))).isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5_000, 1_000_000_000})
    void anyRecordIsMadeWithoutTheOthers(long first) {
        Sources.assertRandomAccess(source(2), first, 5_000);
    }

    @Test
    void threadsShareASource() {
        Sources.assertThreadsShareIt(source(3));
    }

    @Test
    void recordsAreWrittenWithoutAllocating() {
        Sources.assertNothingIsAllocated(source(4));
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> options(21, 0, Duration.ofSeconds(1)))
                .hasMessage("mean modifications 21.0: allowed 0 to 20");
        assertThatThrownBy(() -> options(1, -1, Duration.ofSeconds(1)))
                .hasMessage("removed part of the items -1.0: allowed 0 to 1");
        assertThatThrownBy(() -> options(1, 1, Duration.ZERO))
                .hasMessage("mean interval of changes PT0S: allowed more than 0, to PT8760H");
        assertThatThrownBy(() -> new DynamoDbOptions("a\"b", "us-east-1", 1, 1, Duration.ofSeconds(1)))
                .hasMessage("table name 'a\"b': allowed [A-Za-z0-9_.-]{3,255}");
        assertThatThrownBy(() -> new DynamoDbOptions("orders", "US", 1, 1, Duration.ofSeconds(1)))
                .hasMessage("AWS region 'US': allowed [a-z0-9-]{1,64}");
        assertThatThrownBy(() -> source(1).write(-1, 0, new RecordBuffer(1)))
                .hasMessage("record index -1: allowed from 0");
    }

    private static DynamoDbOptions options(double meanModifications, double removed, Duration interval) {
        return new DynamoDbOptions("orders", "us-east-1", meanModifications, removed, interval);
    }

    private static DynamoDbRecords source(long seed) {
        return new DynamoDbRecords(seed, "orders", DynamoDbOptions.DEFAULT, 200, Sources.EVENT_TIME);
    }
}
