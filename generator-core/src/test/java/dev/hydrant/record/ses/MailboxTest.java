package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.record.RecordBuffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream is one that a mail system could have made: an independent, stateful model of one reads it. */
class MailboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_700_000_000_000_000_000L;
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);
    private static final Set<EventType> RARE =
            EnumSet.of(EventType.SEND, EventType.BOUNCE, EventType.COMPLAINT, EventType.REJECT, EventType.SUBSCRIPTION);
    private static final SesOptions BUSY =
            new SesOptions(ALL, new SesRates(0.7, 0.5, 0.1, 0.2, 0.05, 0.05, 0.3, 0.3), SesDelays.DEFAULT);
    private static final SesOptions CERTAIN =
            new SesOptions(ALL, new SesRates(1, 1, 0, 1, 0, 0, 1, 1), SesDelays.DEFAULT);
    private static final SesOptions NEVER =
            new SesOptions(ALL, new SesRates(0, 0, 1, 0, 0, 0, 0, 0), SesDelays.DEFAULT);
    private static final SesDelays HOURS = new SesDelays(
            Duration.ofSeconds(2),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofMinutes(5),
            Duration.ofDays(1));

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of(1, 200_000, SesOptions.DEFAULT, 200),
                Arguments.of(-2, 200_000, SesOptions.DEFAULT.withPublished(ALL), 200),
                Arguments.of(3, 25_000, SesOptions.DEFAULT.withPublished(RARE), 200),
                Arguments.of(4, 25_000, BUSY, 1_000),
                Arguments.of(5, 25_000, BUSY.withPublished(RARE), 0.1),
                Arguments.of(6, 25_000, CERTAIN, 3),
                Arguments.of(7, 25_000, NEVER, 200),
                Arguments.of(8, 25_000, BUSY.withDelays(HOURS), 10),
                Arguments.of(9, 25_000, SesOptions.DEFAULT.withDelays(HOURS), 0.5),
                Arguments.of(Long.MAX_VALUE, 25_000, SesOptions.DEFAULT, 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyEventIsPossibleWhenItComes(long seed, int count, SesOptions options, double rate) throws IOException {
        assertPossible(seed, count, options, rate, index -> START + (long) (index * (1e9 / rate)));
    }

    @Test
    void everyEventIsPossibleWhenRecordsComeInBursts() throws IOException {
        LongUnaryOperator bursts = index -> START + index / 5_000 * 60_000_000_000L;
        assertPossible(10, 25_000, BUSY, 200, bursts);
    }

    @Test
    void theModelNoticesWhatIsImpossible() throws IOException {
        LongUnaryOperator eventTime = index -> START + index * 5_000_000;
        SesRecords source = new SesRecords(11, "ses", BUSY, 200, eventTime);
        for (int index = 0; index < 100; index++) {
            int again = index;
            Mailbox mailbox = new Mailbox(ALL);
            for (int before = 0; before <= index; before++) {
                read(mailbox, source, before, eventTime);
            }
            assertThatThrownBy(() -> read(mailbox, source, again, eventTime)).isInstanceOf(AssertionError.class);
        }
        Mailbox without = new Mailbox(ALL);
        int missed = 0;
        for (int index = 1_000; index < 1_200; index++) {
            try {
                read(without, source, index, eventTime);
            } catch (NullPointerException e) {
                missed++;
            }
        }
        assertThat(missed).as("events whose Send was not read").isGreaterThan(50);
    }

    private static void assertPossible(
            long seed, int count, SesOptions options, double rate, LongUnaryOperator eventTime) throws IOException {
        SesRecords source = new SesRecords(seed, "ses", options, rate, eventTime);
        MessageId ids = new MessageId(seed, "ses");
        Mailbox mailbox = new Mailbox(options.published());
        for (int index = 0; index < count; index++) {
            JsonNode event = read(mailbox, source, index, eventTime);
            long sender = ids.indexOf(event.get("mail").get("messageId").textValue());
            String type = event.get("eventType").textValue();
            if (sender < 0 || sender > index || (sender == index) != type.equals("Send")) {
                fail("record %d is of the message that record %d sent: %s", index, sender, event);
            }
            if (!source.typeOf(index).equals(type)) {
                fail("record %d is not of type %s: %s", index, source.typeOf(index), event);
            }
        }
    }

    private static JsonNode read(Mailbox mailbox, SesRecords source, int index, LongUnaryOperator eventTime)
            throws IOException {
        RecordBuffer buffer = new RecordBuffer(4096);
        long time = eventTime.applyAsLong(index);
        source.write(index, time, buffer);
        String record = new String(buffer.bytes(), 0, buffer.length(), US_ASCII);
        JsonNode event = JSON.readTree(record);
        mailbox.read(record, event, Instant.ofEpochSecond(0, time));
        return event;
    }
}
