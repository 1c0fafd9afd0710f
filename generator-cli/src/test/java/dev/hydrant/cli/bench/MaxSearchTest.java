package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.report.FindMax;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxSearchTest {

    private final List<Double> tried = new ArrayList<>();

    private FindMax search(double holds, double from) throws InterruptedException {
        MaxSearch search = new MaxSearch(Objective.parse("lost=0, rate>=99%"), rate -> {
            tried.add(rate);
            double taken = Math.min(rate, holds);
            return Repetitions.measured(Repetitions.of(rate, taken, 50, 0), rate - taken);
        });
        return search.search(from);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 999, 1_000, 1_001, 5_000, 123_456, 9_999_999})
    void theHighestRateThatHoldsIsFoundToOnePercentFromBelow(double holds) throws InterruptedException {
        Double found = search(holds, 1_000).rate();

        assertThat(found).isNotNull().isBetween(holds * 0.985, holds);
        assertThat(tried).hasSizeLessThan(30);
    }

    @Test
    void aRateAtWhichNothingBreaksEndsTheSearchAtTheHighestAllowed() throws InterruptedException {
        assertThat(search(1e9, 1_000).rate()).isEqualTo(10_000_000);
    }

    @Test
    void noRateIsNoAnswer() throws InterruptedException {
        FindMax found = search(0.5, 1_000);

        assertThat(found.rate()).isNull();
        assertThat(found.trials()).isNotEmpty().noneMatch(FindMax.Trial::holds);
    }
}
