package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.Cli;
import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.compare.Comparison;
import dev.hydrant.cli.compare.Difference;
import dev.hydrant.cli.compare.Verdict;
import dev.hydrant.cli.report.ReportFile;
import dev.hydrant.cli.report.RunReport;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real runs, compared. */
@Tag("slow")
@Timeout(240)
class SlowerEndpointTest {

    private static final double ADDED = 5;

    @TempDir
    private Path folder;

    private RunReport run(String name, long millis) throws Exception {
        Path file = folder.resolve(name);
        try (TroubledEndpoint endpoint = TroubledEndpoint.slow(TimeUnit.MILLISECONDS.toNanos(millis))) {
            Cli answer = Cli.run(
                    "bench",
                    "--quiet",
                    "--endpoint-url",
                    endpoint.url(),
                    "--rate",
                    "500",
                    "--duration",
                    "3s",
                    "--warmup",
                    "2s",
                    "--repeat",
                    "5",
                    "--linger",
                    "5ms",
                    "--output",
                    file.toString());
            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        }
        return ReportFile.read(file);
    }

    @Test
    void theSameBuildCannotBeToldFromItselfAndFiveMillisecondsMoreCan() throws Exception {
        RunReport base = run("base.json", 1);
        RunReport same = run("same.json", 1);
        RunReport slower = run("slower.json", 1 + (long) ADDED);

        assertThat(Comparison.of(base, same).differences()).allMatch(d -> d.verdict() == Verdict.CANT_TELL);

        Difference sent = Comparison.of(base, slower).differences().stream()
                .filter(d -> d.measure().equals("sent to acknowledged p50"))
                .findFirst()
                .orElseThrow();
        double low = Objects.requireNonNull(sent.low());
        double high = Objects.requireNonNull(sent.high());
        assertThat(ADDED).as("%s", sent).isBetween(low, high);
        // On a machine that others keep busy the interval is as wide as the noise, and says so.
        Assumptions.assumeTrue(high - low < ADDED - 2 * sent.smallest(), () -> "too busy a machine: " + sent);
        assertThat(sent.verdict()).as("%s", sent).isEqualTo(Verdict.SLOWER);
    }
}
