package dev.hydrant.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StageMeterTest {

    private static final long MS = 1_000_000;

    private final StageMeter meter = new StageMeter(Duration.ofMillis(100), true);

    @Test
    void aStallBeforeSendingShowsFromTheDueTimeAndNotFromTheSending() {
        for (int record = 0; record < 1_000; record++) {
            meter.generated(record * MS, 2_000 * MS);
            meter.sent(record * MS, 2_000 * MS);
            meter.acknowledged(record * MS, 2_000 * MS, 2_005 * MS, 10);
        }

        assertThat(p99(Stage.DUE_TO_ACKNOWLEDGED)).isBetween(1_990.0, 2_006.0);
        assertThat(p99(Stage.DUE_TO_SENT)).isBetween(1_985.0, 2_001.0);
        assertThat(p99(Stage.SENT_TO_ACKNOWLEDGED)).isBetween(4.9, 5.1);
        assertThat(meter.counts().late()).isEqualTo(1_000);
    }

    @Test
    void rowsBecomeVisibleInTheOrderOfAcknowledgementWhicheverIsSeenFirst() {
        Random random = new Random(5);
        long acknowledged = 0;
        long rows = 0;
        for (int step = 1; step <= 10_000; step++) {
            if (random.nextBoolean()) {
                meter.acknowledged(step, step, step, 1);
                acknowledged++;
            } else {
                meter.visible(1, step);
                rows++;
            }
        }
        while (rows < acknowledged) {
            meter.visible(1, 10_001);
            rows++;
        }

        for (Stage stage : new Stage[] {Stage.ACKNOWLEDGED_TO_VISIBLE, Stage.DUE_TO_VISIBLE}) {
            assertThat(histogram(stage).getTotalCount()).isEqualTo(acknowledged);
        }
        assertThat(meter.freshness(10_001)).isZero();
    }

    @Test
    void theOldestRecordThatIsNotARowYetTellsTheFreshness() {
        meter.acknowledged(10 * MS, 20 * MS, 30 * MS, 1);
        meter.acknowledged(11 * MS, 20 * MS, 40 * MS, 1);
        meter.visible(1, 50 * MS);

        assertThat(meter.freshness(60 * MS)).isEqualTo(20 * MS);
        assertThat(p99(Stage.DUE_TO_VISIBLE)).isBetween(39.9, 40.1);
    }

    private double p99(Stage stage) {
        return histogram(stage).getValueAtPercentile(99) / 1e6;
    }

    private Histogram histogram(Stage stage) {
        StageTimes times = Objects.requireNonNull(meter.stages().get(stage));
        times.interval();
        return times.total();
    }
}
