package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.record.EventTimes;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.Sources;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    @ParameterizedTest
    @CsvSource({
        "0, b097b979d2d3f0eb9240f813ce5e5f8d403b809d21a7583f6eb6adffcabf239a",
        "1000000, 866bfe4490e1c3ffef950835405c5ab443002417578776d3a13b9a1cd3579d65",
        "1000000000, f03d475af946393af9729db9d9952ad9d4d144a213c34cef96127f539e6f78f5"
    })
    void aThousandRecordsOfTheDefaultStreamKeepTheirDigest(long first, String sha256) {
        assertThat(Sources.sha256(Sources.text(source(1), first, 1000))).isEqualTo(sha256);
    }

    @Test
    void tenThousandRecordsOfAllTypesKeepTheirDigest() {
        assertThat(Sources.sha256(Sources.text(all(1), 0, 10_000)))
                .isEqualTo("b390fdeca05254064ea6b4fcd6d8f8d51146adbed184a94c4228e4dc26114887");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3_000, 1_000_000_000})
    void anyRecordIsMadeWithoutTheOthers(long first) {
        Sources.assertRandomAccess(all(2), first, 5_000);
    }

    @Test
    void threadsShareASource() {
        Sources.assertThreadsShareIt(all(3));
    }

    @Test
    void recordsAreWrittenWithoutAllocating() {
        Sources.assertNothingIsAllocated(source(4));
        Sources.assertNothingIsAllocated(all(4));
    }

    @Test
    void anEventHasOneToOneAndAHalfKilobytes() {
        assertThat(Sources.text(source(5), 0, 10_000).length() / 10_000).isBetween(1_000, 1_536);
        assertThat(Sources.text(all(5), 0, 10_000).length() / 10_000).isBetween(1_000, 1_536);
        assertThat(Sources.text(all(5), 0, 10_000).lines().mapToInt(String::length))
                .allMatch(n -> n > 1_000 && n < 2_000);
    }

    @Test
    void nothingBesideTheRecordIsWritten() {
        SesRecords source = all(6);
        for (int index = 0; index < 2_000; index++) {
            String record = Sources.text(source, index, 1);
            assertThat(record).endsWith("}}\n").matches("[ -~]+\n");
            RecordBuffer buffer = new RecordBuffer(1 << 16);
            Arrays.fill(buffer.bytes(), (byte) '.');
            buffer.length(7);
            source.write(index, Sources.EVENT_TIME.applyAsLong(index), buffer);
            assertThat(buffer.length()).isEqualTo(7 + record.length());
            assertThat(new String(buffer.bytes(), 0, 1 << 12, US_ASCII))
                    .isEqualTo(".".repeat(7) + record + ".".repeat((1 << 12) - 7 - record.length()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {EventTimes.MIN, Long.MAX_VALUE})
    void theLastRecordsAreWrittenAtTheFirstAndTheLastTime(long eventTime) throws JsonProcessingException {
        SesRecords source = new SesRecords(7, "ses", SesOptions.DEFAULT.withPublished(ALL), 200, index -> eventTime);
        MessageId ids = new MessageId(7, "ses");
        Set<String> types = new HashSet<>();
        RecordBuffer buffer = new RecordBuffer(1 << 12);
        for (long index = Long.MAX_VALUE; index > Long.MAX_VALUE - 5_000; index--) {
            buffer.clear();
            source.write(index, eventTime, buffer);
            JsonNode event = JSON.readTree(new String(buffer.bytes(), 0, buffer.length(), US_ASCII));
            String type = event.get("eventType").textValue();
            types.add(type);
            long message = ids.indexOf(event.at("/mail/messageId").textValue());
            assertThat(message).isBetween(index - 1_000_000, index);
            assertThat(message == index).isEqualTo(type.equals("Send"));
            assertThat(Instant.parse(event.at("/mail/timestamp").textValue()))
                    .isEqualTo(Instant.ofEpochMilli(eventTime / 1_000_000));
        }
        assertThat(types).contains("Send", "Delivery", "Open", "Click", "Bounce", "DeliveryDelay");
    }

    @Test
    void wrongArgumentsAreNamed() {
        RecordBuffer buffer = new RecordBuffer(1);
        assertThatThrownBy(() -> source(1).write(-1, Sources.EVENT_TIME.applyAsLong(0), buffer))
                .hasMessage("record index -1: allowed from 0");
        assertThatThrownBy(() -> source(1).write(0, 5, buffer))
                .hasMessageStartingWith("event time 5 ns since 1970: allowed 1000000000000000000");
        SesRecords backwards =
                new SesRecords(1, "ses", SesOptions.DEFAULT, 200, index -> Sources.EVENT_TIME.applyAsLong(-index));
        assertThatThrownBy(() -> {
                    for (int index = 0; index < 1000; index++) {
                        backwards.write(index, Sources.EVENT_TIME.applyAsLong(-index), buffer);
                        buffer.clear();
                    }
                })
                .hasMessageMatching("event time \\d+ ns since 1970 of record \\d+, to which record \\d+ refers: "
                        + "allowed 1000000000000000000 to that one's, \\d+");
        assertThat(buffer.length()).isZero();
    }

    private static SesRecords source(long seed) {
        return new SesRecords(seed, "ses", SesOptions.DEFAULT, 200, Sources.EVENT_TIME);
    }

    private static SesRecords all(long seed) {
        return new SesRecords(seed, "ses", SesOptions.DEFAULT.withPublished(ALL), 200, Sources.EVENT_TIME);
    }
}
