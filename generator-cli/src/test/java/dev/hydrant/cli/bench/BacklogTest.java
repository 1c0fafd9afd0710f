package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final double RATE = 5_000;
    private static final int LOOKS_A_SECOND = 20;

    private final Random random = new Random(9);

    /** A batch fills and leaves, so that up to 500 records wait anyhow. */
    private double growth(double perSecond, int seconds) {
        Backlog backlog = new Backlog();
        for (int look = 0; look < seconds * LOOKS_A_SECOND; look++) {
            backlog.add(random.nextInt(500) + Math.round(perSecond * look / LOOKS_A_SECOND));
        }
        return backlog.growth(RATE, seconds);
    }

    @Test
    void noiseIsNoGrowth() {
        for (int run = 0; run < 500; run++) {
            assertThat(growth(0, 6)).isZero();
        }
    }

    @Test
    void twoPercentTooMuchShowsInSixSeconds() {
        for (int run = 0; run < 500; run++) {
            assertThat(growth(0.02 * RATE, 6)).isBetween(0.01 * RATE, 0.03 * RATE);
        }
    }

    @Test
    void aDayOfSamplesTellsAsMuch() {
        assertThat(growth(0.02 * RATE, 86_400)).isBetween(0.019 * RATE, 0.021 * RATE);
        assertThat(growth(0, 86_400)).isZero();
    }
}
