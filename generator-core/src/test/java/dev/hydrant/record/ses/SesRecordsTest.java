package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.Sources;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesRecordsTest {

    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    @ParameterizedTest
    @CsvSource({
        "0, fb98782e0829b6371d6062885244c68dd3d7bcc625c2e720181b366776723716",
        "1000000, 1a86b5f9fb13c7c92e9cdaa9d4a52dc4e8c69516a07869ff924d15cc5e8b96d8",
        "1000000000, b679a35ec5665c505dd1465badfd694c9e6ede598630ce4e06c09c0cf156193b"
    })
    void aThousandRecordsOfTheDefaultStreamKeepTheirDigest(long first, String sha256) {
        assertThat(Sources.sha256(Sources.text(source(1), first, 1000))).isEqualTo(sha256);
    }

    @Test
    void tenThousandRecordsOfAllTypesKeepTheirDigest() {
        assertThat(Sources.sha256(Sources.text(all(1), 0, 10_000)))
                .isEqualTo("6ec15d1d761b23defd2b37069d6111ea0c012bdf8d24afbd1b453c61823bf30d");
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
    void bytesBehindTheRecordStayAsTheyWere() {
        SesRecords source = all(6);
        for (int index = 0; index < 2_000; index++) {
            String record = Sources.text(source, index, 1);
            RecordBuffer exact = new RecordBuffer(1);
            exact.reserve(7);
            exact.length(7);
            source.write(index, Sources.EVENT_TIME.applyAsLong(index), exact);
            assertThat(exact.length()).isEqualTo(7 + record.length());
            assertThat(record).endsWith("}}\n").matches("[ -~]+\n");
        }
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
