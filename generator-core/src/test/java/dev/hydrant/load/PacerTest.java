package dev.hydrant.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "3", "200", "9999.5", "100000"})
    void letsEachRecordGoWhenItIsDueAndNotBefore(String rate) {
        LoadProfile profile = ConstantRate.parse(rate);
        Pacer pacer = new Pacer(profile, 1, 1_000_000);
        for (long index = 0; index < 1_000; index++) {
            long due = profile.due(index);
            assertThat(pacer.wake(index)).isEqualTo(due);
            if (due > 0) {
                assertThat(pacer.ready(index, 500, due - 1)).isZero();
            }
            assertThat(pacer.ready(index, 1, due)).isEqualTo(1);
        }
    }

    @Test
    void aShardsRecordsGoInStepsOfTheWholeProfile() {
        LoadProfile profile = ConstantRate.parse("1000");
        Pacer pacer = new Pacer(profile, 4, 1_000_000);
        // Due within the first 10 ms: indexes 1, 5, 9 of shard 1 of 4.
        assertThat(pacer.ready(1, 500, 10_000_000L)).isEqualTo(3);
        assertThat(pacer.wake(13)).isEqualTo(13_000_000L);
    }

    /** Time here is handed in, but the limiter counts real time: so the bound holds with what really passed added. */
    @Test
    void aBacklogIsWorkedOffNoFasterThanTheCeilingAndNothingIsSkipped() {
        LoadProfile profile = ConstantRate.parse("1000000");
        double ceiling = 50_000;
        Pacer pacer = new Pacer(profile, 1, ceiling);
        long realStart = System.nanoTime();
        long stall = SECOND;
        long now = stall;
        long index = 0;
        while (index < 100_000) {
            int ready = pacer.ready(index, 500, now);
            index += ready;
            if (ready == 0) {
                now = pacer.wake(index);
            }
        }
        double took = (now - stall + (System.nanoTime() - realStart)) / 1e9;
        assertThat(index).isEqualTo(100_000);
        assertThat(took).isGreaterThan(0.95 * 100_000 / ceiling);
    }
}
