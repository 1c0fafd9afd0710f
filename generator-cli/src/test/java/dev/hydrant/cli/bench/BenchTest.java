package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.cli.Cli;
import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.report.ReportFile;
import dev.hydrant.cli.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(240)
class BenchTest {

    @TempDir
    Path folder;

    private Cli bench(String... args) {
        List<String> all = new ArrayList<>(List.of("bench", "--json", "--quiet"));
        all.addAll(List.of(args));
        return Cli.run(all.toArray(String[]::new));
    }

    /** A thousand records a second, one request at a time: what the endpoint holds up waits. */
    private Cli benchOneInFlight(TroubledEndpoint endpoint, String duration, String... more) {
        List<String> args = new ArrayList<>(List.of("--endpoint-url", endpoint.url(), "--rate", "1000"));
        args.addAll(List.of("--duration", duration, "--warmup", "0s", "--in-flight", "1"));
        args.addAll(List.of(more));
        return bench(args.toArray(String[]::new));
    }

    @Test
    void anEndpointThatDoesNothingShowsTheClientsOwnPaceAndEveryRecordIsCounted() throws Exception {
        Path file = folder.resolve("r.json");
        Cli answer = bench(
                "--endpoint",
                "null",
                "--rate",
                "2000",
                "--duration",
                "2s",
                "--warmup",
                "1s",
                "--repeat",
                "2",
                "--expect",
                "p99<2s, lost=0, rate>=90%, dropped=0",
                "--output",
                file.toString());

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        RunReport report = ReportFile.read(file);
        assertThat(report.verdict().passed()).isTrue();
        assertThat(report.scenario().endpoint()).isEqualTo("null");
        assertThat(report.repetitions()).hasSize(2).allSatisfy(repetition -> {
            assertThat(repetition.accounting().planned()).isEqualTo(4_000);
            assertThat(repetition.accounting().acknowledged()).isEqualTo(4_000);
            assertThat(repetition.accounting().adds()).isTrue();
            assertThat(repetition.bySecond().stream()
                            .mapToLong(second -> second.acknowledged())
                            .sum())
                    .isEqualTo(4_000);
            assertThat(repetition.bySecond().stream()
                            .mapToDouble(second -> second.asked())
                            .sum())
                    .isEqualTo(4_000);
            assertThat(repetition.stages().dueToVisible()).isNull();
        });
        assertThat(answer.lastJson().get("repetitions")).hasSize(2);
    }

    @Test
    void aStallHidesFromTheSendingButNotFromTheDueTime() throws Exception {
        try (TroubledEndpoint endpoint =
                TroubledEndpoint.stalling(TimeUnit.SECONDS.toNanos(2), TimeUnit.SECONDS.toNanos(4))) {
            Cli answer = benchOneInFlight(endpoint, "6s", "--expect", "p99<1s");

            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.NOT_DONE);
            JsonNode stages = answer.lastJson().at("/repetitions/0/stages");
            assertThat(stages.at("/dueToAcknowledged/p99").doubleValue()).isGreaterThan(1_900);
            assertThat(stages.at("/sentToAcknowledged/p90").doubleValue()).isLessThan(1_000);
            assertThat(answer.lastJson().at("/verdict/expectations/0/holds").booleanValue())
                    .isFalse();
            assertThat(answer.lastJson().at("/verdict/bottleneck").textValue()).isEqualTo("stream");
        }
    }

    @Test
    void whatIsTooLateIsDroppedByChoiceAndCounted() throws Exception {
        try (TroubledEndpoint endpoint =
                TroubledEndpoint.stalling(TimeUnit.MILLISECONDS.toNanos(500), TimeUnit.MILLISECONDS.toNanos(2_500))) {
            Cli answer = benchOneInFlight(endpoint, "3s", "--late", "drop");

            JsonNode account = answer.lastJson().at("/repetitions/0/accounting");
            assertThat(account.get("dropped").longValue()).isPositive();
            assertThat(account.get("generated").longValue()
                            + account.get("dropped").longValue())
                    .isEqualTo(3_000);
            assertThat(account.get("acknowledged")).isEqualTo(account.get("generated"));
        }
    }

    @Test
    void theEndOfALoadCanBeDroppedToo() throws Exception {
        try (TroubledEndpoint endpoint =
                TroubledEndpoint.stalling(TimeUnit.MILLISECONDS.toNanos(500), TimeUnit.MILLISECONDS.toNanos(2_500))) {
            Cli answer = benchOneInFlight(endpoint, "2s", "--late", "drop");

            assertThat(answer.err()).doesNotContain("Exception");
            JsonNode account = answer.lastJson().at("/repetitions/0/accounting");
            assertThat(account.get("generated").longValue()
                            + account.get("dropped").longValue())
                    .isEqualTo(2_000);
            assertThat(account.get("dropped").longValue()).isGreaterThan(1_000);
        }
    }

    @Test
    void aRisingLoadIsNoGrowingBacklog() {
        Cli answer = bench("--endpoint", "null", "--load", "ramp from 100/s to 5000/s in 6s", "--warmup", "1s");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.lastJson().at("/verdict/because").textValue()).doesNotContain("The stream");
    }

    @Test
    void rowsOfALocalFirehoseAreTimedToo() throws Exception {
        Path log = folder.resolve("b.hlog");
        Cli answer = bench(
                "--rate",
                "500",
                "--duration",
                "2s",
                "--warmup",
                "0s",
                "--buffering-interval",
                "1s",
                "--warehouse",
                folder.resolve("w").toString(),
                "--histogram-log",
                log.toString());

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode repetition = answer.lastJson().at("/repetitions/0");
        assertThat(repetition.at("/accounting/landed").longValue()).isEqualTo(1_000);
        assertThat(repetition.at("/stages/dueToVisible/count").longValue()).isEqualTo(1_000);
        assertThat(repetition.at("/stages/dueToVisible/p50").doubleValue())
                .isGreaterThan(repetition.at("/stages/dueToAcknowledged/p50").doubleValue());
        assertThat(records(log, "dueToVisible")).isEqualTo(1_000);
        assertThat(records(log, "dueToAcknowledged")).isEqualTo(1_000);
    }

    @Test
    void rowsNobodyAskedForAreGoneAtTheEnd() throws Exception {
        Set<Path> before = temporary();
        Cli answer = bench("--rate", "500", "--duration", "1s", "--warmup", "0s", "--buffering-interval", "1s");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.lastJson().at("/repetitions/0/accounting/landed").longValue())
                .isEqualTo(500);
        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("hydrant-bench"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    @Tag("slow")
    void theHighestRateOfAnEndpointThatTakesFiveThousandASecondIsFound() throws Exception {
        try (TroubledEndpoint endpoint = TroubledEndpoint.limited(5_000)) {
            long begun = System.nanoTime();
            Cli answer = bench("--endpoint-url", endpoint.url(), "--find-max");

            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
            assertThat(answer.lastJson().at("/findMax/rate").doubleValue())
                    .as(answer.lastJson().at("/findMax").toPrettyString())
                    .isBetween(4_850.0, 5_150.0);
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MINUTES.toNanos(3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--expect p99<5q|unit 'q': allowed us, ms, s",
                "--expect p98<5ms|there is no measure 'p98'",
                "--expect p99|allowed MEASURE, then",
                "--expect lost=0,|allowed MEASURE, then",
                "--rate 0|--rate",
                "--rate 5 --load 5/s|--load with --rate",
                "--load 5/s|has no end",
                "--load 5/x|column",
                "--repeat 0|--repeat 0: allowed 1 to 1000",
                "--endpoint zero|allowed null",
                "--endpoint null --stream s|allowed one or the other",
                "--late never|allowed drop, send",
                "--duration 0s|--rate or --duration: ",
                "--rate 1.2345678|1.2345678/s' is not a rate",
                "--warmup 0.5ms|--warmup 0.5ms: allowed 0s, or from 1ms on",
                "--duration 200000000d|too long",
                "--find-max --rate 0.5|--rate 0.5/s with --find-max: allowed from 1/s",
                "--output /no/such/folder/r.json|a folder that exists",
            })
    void badInputIsRefusedByNameBeforeAnythingIsDone(String args, String said) {
        Cli answer = bench(args.split(" "));

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(said);
    }

    private static long records(Path log, String stage) throws Exception {
        assertThat(Files.size(log)).isPositive();
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            long records = 0;
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                records += stage.equals(next.getTag()) ? ((Histogram) next).getTotalCount() : 0;
            }
            return records;
        }
    }
}
