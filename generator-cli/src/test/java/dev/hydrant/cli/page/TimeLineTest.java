package dev.hydrant.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.SampleRun;
import dev.hydrant.cli.report.Second;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLineTest {

    private static final int INTERVAL = 24;

    /** The same, as if an entry were taken down every so many seconds. */
    private static Repetition stretched(Repetition repetition, double lasted) {
        List<Second> seconds =
                repetition.bySecond().stream().map(TimeLineTest::stretched).toList();
        return new Repetition(
                repetition.startedAt(),
                lasted,
                repetition.accounting(),
                repetition.asked(),
                repetition.achieved(),
                repetition.bytes(),
                repetition.calls(),
                repetition.retries(),
                repetition.throttles(),
                repetition.late(),
                repetition.stages(),
                seconds,
                repetition.client());
    }

    private static Second stretched(Second s) {
        return new Second(
                s.second() * INTERVAL,
                s.asked(),
                s.generated(),
                s.acknowledged(),
                s.p50(),
                s.p90(),
                s.p99(),
                s.max(),
                s.sentP50(),
                s.sentP99(),
                s.latenessP99(),
                s.bytes(),
                s.retries(),
                s.throttles(),
                s.backlog(),
                s.landed(),
                s.freshness(),
                s.cpu(),
                s.gcMillis(),
                s.heapBytes());
    }

    @Test
    void aLongRunIsDrawnInItsOwnSeconds() {
        Repetition made = SampleRun.of(1, 10, 1).report().repetitions().get(0);
        // The last entry is of 12 seconds only: no rate.
        Repetition repetition = stretched(made, 9.5 * INTERVAL);

        TimeLine time = new TimeLine(List.of(repetition, repetition));

        List<Double> xs = time.mean(Second::asked).stream()
                .filter(point -> point.y() != null)
                .map(Series.Point::x)
                .toList();
        assertThat(xs).hasSize(18);
        assertThat(xs.subList(0, 3)).containsExactly(0.0, 24.0, 48.0);
        assertThat(xs.subList(9, 11)).containsExactly(216.0, 240.0);
        assertThat(time.joined()).isEqualTo(INTERVAL);
    }
}
