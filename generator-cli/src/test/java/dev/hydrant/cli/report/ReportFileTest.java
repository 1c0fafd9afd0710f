package dev.hydrant.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileTest {

    @TempDir
    private Path folder;

    private Path written(SampleRun run) throws IOException {
        Path file = folder.resolve("run.json");
        ReportFile.write(file, run.report());
        return file;
    }

    @Test
    void whatIsWrittenKeepsToTheSchemaAndIsReadBackTheSame() throws IOException {
        for (SampleRun run : new SampleRun[] {
            SampleRun.of(1, 10, 1),
            SampleRun.of(2, 10, 3).withStall(4),
            SampleRun.of(3, 20, 1).withLocal().withSearch()
        }) {
            Path file = written(run);
            assertThat(ReportSchema.firstError(ReportJson.mapper().readTree(file.toFile())))
                    .isEmpty();
            RunReport read = ReportFile.read(file);
            assertThat(ReportJson.mapper().writeValueAsString(read))
                    .isEqualTo(ReportJson.mapper().writeValueAsString(run.report()));
        }
    }

    @Test
    void whatWasNotMeasuredIsAbsentAndNumbersHaveThreeDecimals() throws IOException {
        String text = Files.readString(written(SampleRun.of(1, 10, 1).withStall(2)));
        assertThat(text).doesNotContain("null").doesNotContain("landed");
        assertThat(text).doesNotContainPattern("\"(p50|p99|max|mean|achieved)\" : [0-9]+\\.[0-9]{4}");
    }

    @Test
    void nothingButTheReportIsLeftInTheFolder() throws IOException {
        Path file = written(SampleRun.of(1, 10, 1));
        ReportFile.write(file, SampleRun.of(2, 10, 1).report());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALinkAndADeviceADevice() throws IOException {
        Path file = written(SampleRun.of(1, 10, 1));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        ReportFile.write(link, new byte[] {'1'});
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("1");

        Path nowhere = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(nowhere));
        ReportFile.write(nowhere, new byte[] {'1'});
        assertThat(Files.isRegularFile(nowhere)).isFalse();
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndTheOldFileStays() throws IOException {
        Path file = written(SampleRun.of(1, 10, 1));
        byte[] before = Files.readAllBytes(file);
        RunReport report = SampleRun.of(1, 10, 1).withRate(Double.NaN).report();
        assertThatThrownBy(() -> ReportFile.write(file, report)).hasMessageContaining("NaN is no measurement");
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/repetitions/0/seconds|-1|must have a minimum value of 0",
                "/repetitions/0/accounting/generated|1.5|integer expected",
                "/repetitions/0/stages/dueToAcknowledged/p99|\"fast\"|number expected",
                "/verdict/bottleneck|\"network\"|[\"none\", \"generator\", \"stream\"]",
                "/startedAt|\"yesterday\"|regex",
                "/scenario/late|\"maybe\"|[\"send\", \"drop\"]",
            })
    void aWrongValueIsNamedWithFilePathAndWhatIsAllowed(String path, String value, String allowed) throws IOException {
        Path file = written(SampleRun.of(1, 10, 1));
        ObjectNode json = (ObjectNode) ReportJson.mapper().readTree(file.toFile());
        int slash = path.lastIndexOf('/');
        JsonNode wrong = ReportJson.mapper().readTree(value);
        ((ObjectNode) json.at(path.substring(0, slash))).set(path.substring(slash + 1), wrong);
        Files.write(file, ReportJson.mapper().writeValueAsBytes(json));
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith(file + ": " + path + " " + value)
                .hasMessageContaining(allowed);
    }

    @Test
    void aFieldThatIsMissingOrUnknownIsNamed() throws IOException {
        Path file = written(SampleRun.of(1, 10, 1));
        ObjectNode json = (ObjectNode) ReportJson.mapper().readTree(file.toFile());
        ((ObjectNode) json.at("/repetitions/0")).remove("seconds");
        Files.write(file, ReportJson.mapper().writeValueAsBytes(json));
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("/repetitions/0")
                .hasMessageContaining("seconds");
    }

    @Test
    void aNewerFormatIsRefusedBeforeAnythingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("new.json"), "{\"format\": 2, \"other\": []}");
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessage(file + ": format 2 was written by a newer Hydrant: this one reads 1 to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"format\": 1,|line 1: not JSON", "[]|allowed is a report", "''|allowed is a report"})
    void whatIsNoReportIsNamed(String text, String told) throws IOException {
        Path file = Files.writeString(folder.resolve("none.json"), text);
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(told);
        Path none = folder.resolve("absent.json");
        assertThatThrownBy(() -> ReportFile.read(none))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("no such file");
    }
}
