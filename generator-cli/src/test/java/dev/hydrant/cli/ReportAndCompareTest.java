package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.cli.report.ReportFile;
import dev.hydrant.cli.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAndCompareTest {

    @TempDir
    private Path folder;

    private String base = "";
    private String slower = "";
    private String page = "";

    @BeforeEach
    void write() throws IOException {
        base = written("base.json", SampleRun.of(1, 10, 5));
        slower = written("slower.json", SampleRun.of(2, 10, 5).withAdded(5));
        page = folder.resolve("page.html").toString();
    }

    private String written(String name, SampleRun run) throws IOException {
        Path file = folder.resolve(name);
        ReportFile.write(file, run.report());
        return file.toString();
    }

    @Test
    void reportWritesAPage() {
        Cli answer = Cli.run("report", base, "-o", page);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Path.of(page)).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void compareSaysWhichRunIsTheBaseAndAVerdictForEachMeasure() throws IOException {
        Cli answer = Cli.run("compare", base, slower, "--json", "-o", page);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode json = new ObjectMapper().readTree(answer.out());
        assertThat(json.get("base").textValue()).isEqualTo(base);
        assertThat(json.get("confidence").doubleValue()).isEqualTo(0.95);
        for (JsonNode measure : json.get("measures")) {
            boolean latency = measure.get("measure").textValue().contains("acknowledged");
            assertThat(measure.get("verdict").textValue()).isEqualTo(latency ? "slower" : "can't tell");
            if (latency) {
                assertThat(5.0)
                        .isBetween(
                                measure.get("low").doubleValue(),
                                measure.get("high").doubleValue());
            }
        }
        assertThat(Path.of(page)).content().contains("slower.json compared with base.json");
    }

    @Test
    void compareOfAReportWithItselfCannotTell() {
        Cli answer = Cli.run("compare", base, base);
        assertThat(answer.out()).contains("can't tell").doesNotContain("faster than", "slower");
    }

    @Test
    void unlikeScenariosAreComparedWithAWarning() throws IOException {
        String other = written("other.json", SampleRun.of(3, 30, 1).withRate(2_000));
        Cli answer = Cli.run("compare", base, other);
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("note: the runs are unlike in load: 1000/s for 10s in the base, 2000/s for 30s");
    }

    @Test
    void aPageInAFolderThatIsNotThereIsRefusedAndNothingIsWritten() throws IOException {
        Cli answer =
                Cli.run("report", base, "-o", folder.resolve("none/page.html").toString());
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("page.html").contains("allowed is a file in a folder that exists");
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }
}
