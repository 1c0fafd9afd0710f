package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.report.Bottleneck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private static final double ASKED = 1_000;

    @ParameterizedTest
    @CsvSource({
        // lateness, growth, held back, most, CPU, machine
        "  5,  0, 0.01, 0.001, 0.50, 0.60, NONE,      left on time",
        "400,  0, 0.04, 0.390, 0.10, 0.20, STREAM,    waiting for its answers for 0.4 of 10.0 seconds",
        "400,  0, 0.04, 0.002, 0.10, 0.20, GENERATOR, records left late (p99 400 ms)",
        "900, 90, 0.60, 0.800, 0.10, 0.20, STREAM,    waiting for its answers for 6.0 of 10.0 seconds",
        "900, 90, 0.60, 0.800, 0.30, 0.95, GENERATOR, its machine was 95 % busy",
        "900, 90, 0.60, 0.800, 0.90, 0.95, GENERATOR, it kept 90 % of this machine's processors busy",
        "  5, 90, 0.00, 0.000, 0.10, 0.20, STREAM,    answered later and later",
        "  5, 90, 0.00, 0.000, 0.10, 0.95, GENERATOR, its machine was 95 % busy",
    })
    void whatWasWaitedForIsToBlame(
            double latenessMillis,
            double growth,
            double heldBack,
            double heldBackMost,
            double cpu,
            double machine,
            Bottleneck bottleneck,
            String because) {
        Diagnosis diagnosis = Diagnosis.of(new Measured(
                Repetitions.of(ASKED, ASKED, latenessMillis, 0),
                growth,
                heldBack,
                heldBackMost,
                cpu,
                machine,
                null,
                null,
                false));

        assertThat(diagnosis.bottleneck()).isEqualTo(bottleneck);
        assertThat(diagnosis.because()).contains(because);
    }
}
