package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {

    private static final Repetition GOOD = Repetitions.of(1_000, 999.5, 250, 0);
    private static final Repetition BAD = Repetitions.of(1_000, 900, 700, 100);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99<500ms|true|250",
                "p99 < 0.5s|true|250",
                "p(99)<500|true|250",
                "P99<250ms|false|250",
                "p99<=250ms|true|250",
                "p99<250000us|false|250",
                "lateness.p99>100ms|true|250",
                "mean=125|true|125",
                "rate>=99.9%|true|99.95",
                "rate>=999/s|true|999.5",
                "rate==1000|false|999.5",
                "lost=0|true|0",
                "visible.p99<1s|false|",
            })
    void oneRepetition(String text, boolean holds, Double measured) {
        Expectation judged = Objective.parse(text).get(0).judge(List.of(GOOD));

        assertThat(judged.holds()).isEqualTo(holds);
        assertThat(judged.measured()).isEqualTo(measured);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"p99<500ms|700", "rate>=95%|90", "lost<0.1%|1", "lost=0|100", "p99>500ms|250"})
    void theWorstOfSeveralRepetitionsDecides(String text, double measured) {
        for (List<Repetition> order : List.of(List.of(GOOD, BAD), List.of(BAD, GOOD))) {
            Expectation judged = Objective.parse(text).get(0).judge(order);

            assertThat(judged.holds()).isFalse();
            assertThat(judged.measured()).isEqualTo(measured);
        }
    }

    @Test
    void severalAreReadInOrder() {
        assertThat(Objective.parse("p99<500ms, lost=0, rate>=99.9%"))
                .extracting(Objective::toString)
                .containsExactly("p99<500ms", "lost=0", "rate>=99.9%");
    }
}
