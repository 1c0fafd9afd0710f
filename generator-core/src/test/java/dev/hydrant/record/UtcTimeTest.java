package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UtcTimeTest {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void everyDayReadsAsTheCalendarOfTheJdk() {
        LocalDate last = LocalDate.of(2262, 4, 11);
        for (LocalDate day = LocalDate.of(2001, 9, 10); day.isBefore(last); day = day.plusDays(1)) {
            long nanos = TimeUnit.DAYS.toNanos(day.toEpochDay());
            assertThat(iso(nanos)).isEqualTo(day + "T00:00:00.000Z");
            assertThat(iso(nanos - 1)).isEqualTo(day.minusDays(1) + "T23:59:59.999Z");
        }
    }

    @Test
    void timesReadAsTheJdkWritesThem() {
        Random random = new Random(1);
        byte[] to = new byte[20];
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(EventTimes.MIN, Long.MAX_VALUE);
            assertThat(iso(nanos)).isEqualTo(ISO.format(Instant.ofEpochSecond(0, nanos)));
            assertThat(UtcTime.writeMillis(nanos, to, 1)).isEqualTo(14);
            assertThat(new String(to, 1, 13, US_ASCII)).isEqualTo(Long.toString(nanos / 1_000_000));
            assertThat(UtcTime.writeMicros(nanos, to, 2)).isEqualTo(18);
            assertThat(new String(to, 2, 16, US_ASCII)).isEqualTo(Long.toString(nanos / 1_000));
        }
    }

    @Test
    void theFirstAndTheLastTimeAreWritten() {
        assertThat(iso(EventTimes.MIN)).isEqualTo("2001-09-09T01:46:40.000Z");
        assertThat(iso(Long.MAX_VALUE)).isEqualTo("2262-04-11T23:47:16.854Z");
    }

    private static String iso(long nanos) {
        byte[] to = new byte[UtcTime.ISO_LENGTH + 2];
        assertThat(UtcTime.writeIso(nanos, to, 1)).isEqualTo(1 + UtcTime.ISO_LENGTH);
        assertThat(to[0] | to[UtcTime.ISO_LENGTH + 1]).isZero();
        return new String(to, 1, UtcTime.ISO_LENGTH, US_ASCII);
    }
}
