package dev.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final int DRAWS = 20_000;

    /** The mean of n uniform draws below b has the deviation b / sqrt(12 n): five of them fail once in 1.7 million runs. */
    @ParameterizedTest
    @CsvSource({"1, 50", "2, 100", "3, 200", "7, 3200", "8, 5000", "60, 5000", "2000, 5000"})
    void pausesAreUniformBelowABoundThatDoublesUpToTheLongest(int failures, double boundMillis) {
        SplittableRandom random = new SplittableRandom(failures);
        double[] pauses = LongStream.generate(() -> RetryPolicy.DEFAULT.pause(failures, random))
                .limit(DRAWS)
                .mapToDouble(nanos -> nanos / 1e6)
                .toArray();
        assertThat(Arrays.stream(pauses)).allMatch(pause -> pause >= 0 && pause < boundMillis);
        double mean = Arrays.stream(pauses).average().orElseThrow();
        assertThat(mean).isCloseTo(boundMillis / 2, within(5 * boundMillis / Math.sqrt(12.0 * DRAWS)));
    }

    @Test
    void refusesPausesThatShrink() {
        assertThatThrownBy(() -> new RetryPolicy(
                        Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofSeconds(9)))
                .hasMessageContaining("PT2S")
                .hasMessageContaining("0 < first <= longest");
    }
}
