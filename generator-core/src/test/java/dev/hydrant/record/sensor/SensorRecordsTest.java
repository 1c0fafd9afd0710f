package dev.hydrant.record.sensor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.hydrant.record.EventTimes;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorRecordsTest {

    private static final long START = 1_700_000_000_000_000_000L;
    private static final long INTERVAL = 5_000_000;

    @Test
    void theFirstRecordReadsAsDocumented() {
        assertThat(text(source(1, 10), 0, 1))
                .isEqualTo("{\"sensor_id\":\"sensor-001\",\"timestamp\":1700000000,\"location\":\"warehouse-a\","
                        + "\"temperature\":21.16,\"humidity\":60.23,\"pressure\":1015.74}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0,             a16ef0e19e05feca733ba8d2b35c64b2b04896263106f7b57275a4a480a0763a",
        "1000000,       c436952157917de053f64421ce2bc0cf6da6e506031de44ccae3cffab350c403",
        "1000000000000, 82ad1236284a35b4ebd18ccd67f5de2420b8e039999b666d5485f508e022be81"
    })
    void aThousandRecordsOfTheDefaultFleetKeepTheirDigest(long first, String sha256) throws Exception {
        byte[] bytes = text(source(1, 10), first, 1000).getBytes(US_ASCII);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 100, 999, 1000, 4096, 4097, 100_000, 10_000_000})
    void everyRecordIsTheOneOfTheDefinition(int sensors) {
        Random random = new Random(sensors);
        for (int seeds = 0; seeds < 10; seeds++) {
            long seed = random.nextLong();
            RecordSource source = new SensorRecords(new Fleet(sensors), new UniformReadings(seed, "stream" + seeds));
            RecordBuffer buffer = new RecordBuffer(1);
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                long index = random.nextLong() >>> (1 + random.nextInt(63));
                long eventTime = random.nextLong(EventTimes.MIN, Long.MAX_VALUE);
                source.write(index, eventTime, buffer);
                expected.append(PlainSensors.record(seed, "stream" + seeds, sensors, index, eventTime));
            }
            assertThat(text(buffer)).isEqualTo(expected.toString());
        }
    }

    @Test
    void theFirstAndTheLastEventTimeAreWritten() {
        RecordBuffer buffer = new RecordBuffer(1);
        source(1, 10).write(0, EventTimes.MIN, buffer);
        source(1, 10).write(0, EventTimes.MIN + 999_999_999, buffer);
        source(1, 10).write(Long.MAX_VALUE, Long.MAX_VALUE, buffer);
        assertThat(text(buffer).lines().map(line -> line.replaceAll(".*timestamp\":|,.*", "")))
                .containsExactly("1000000000", "1000000000", "9223372036");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void joinedShardsEqualTheWhole(int shards) {
        int count = 1000;
        String[] lines = new String[count];
        for (int shard = 0; shard < shards; shard++) {
            RecordSource source = source(3, 25);
            for (int index = shard; index < count; index += shards) {
                lines[index] = text(source, index, 1);
            }
        }
        assertThat(String.join("", lines)).isEqualTo(text(source(3, 25), 0, count));
    }

    @Test
    void everyRecordIsOneJsonObjectWithinTheRanges() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (String line : text(source(4, 10), 0, 20_000).lines().toList()) {
            JsonNode record = json.readTree(line);
            assertThat(record.fieldNames())
                    .toIterable()
                    .containsExactly("sensor_id", "timestamp", "location", "temperature", "humidity", "pressure");
            assertThat(record.get("timestamp").isIntegralNumber()).isTrue();
            assertBetween(record, "temperature", "18", "28");
            assertBetween(record, "humidity", "40", "80");
            assertBetween(record, "pressure", "1000", "1020");
        }
    }

    @Test
    void recordsAreWrittenWithoutAllocating() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemorySupported()).isTrue();
        RecordBuffer buffer = new RecordBuffer(1 << 17);
        for (int sensors : new int[] {10, 10_000}) {
            RecordSource source = source(5, sensors);
            fill(source, buffer, 10_000);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            fill(source, buffer, 1_000_000);
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            // The JVM itself may take a little while it compiles.
            assertThat(after - before).isLessThan(10_000);
        }
    }

    @Test
    void threadsShareASource() {
        RecordSource source = source(6, 5000);
        String expected = text(source, 0, 10_000);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            all.add(CompletableFuture.supplyAsync(() -> text(source, 0, 10_000)));
        }
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1_700_000_000, 999_999_999_999_999_999L})
    void otherEventTimesAreRefusedAndNothingIsWritten(long eventTime) {
        RecordBuffer buffer = new RecordBuffer(1);
        assertThatThrownBy(() -> source(1, 10).write(0, eventTime, buffer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event time " + eventTime + " ns since 1970: allowed 1000000000000000000"
                        + " (2001-09-09T01:46:40Z) to 9223372036854775807 (2262-04-11T23:47:16Z)");
        assertThat(buffer.length()).isZero();
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertThatThrownBy(() -> source(1, 10).write(-1, START, new RecordBuffer(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record index -1: allowed from 0");
    }

    private static RecordSource source(long seed, int sensors) {
        return new SensorRecords(new Fleet(sensors), new UniformReadings(seed, "sensors"));
    }

    private static void fill(RecordSource source, RecordBuffer buffer, int count) {
        for (int index = 0; index < count; index++) {
            if (index % 500 == 0) {
                buffer.clear();
            }
            source.write(index, START + index * INTERVAL, buffer);
        }
    }

    private static void assertBetween(JsonNode record, String field, String lowest, String highest) {
        BigDecimal value = record.get(field).decimalValue();
        assertThat(value).isBetween(new BigDecimal(lowest), new BigDecimal(highest));
    }

    private static String text(RecordSource source, long first, int count) {
        RecordBuffer buffer = new RecordBuffer(1);
        for (long index = first; index < first + count; index++) {
            source.write(index, START + index * INTERVAL, buffer);
        }
        return text(buffer);
    }

    private static String text(RecordBuffer buffer) {
        return new String(buffer.bytes(), 0, buffer.length(), US_ASCII);
    }
}
