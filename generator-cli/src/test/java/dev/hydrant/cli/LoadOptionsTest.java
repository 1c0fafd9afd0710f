package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOptionsTest {

    @TempDir
    private Path folder;

    /** Parted by '|', as loads have blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "run|--load|200/s fro 3s; --load; column 7: 'fro'; allowed ','",
                "run|--load|; --load; column 1; a rate such as 200/s",
                "run|--load|200/s; --load; '200/s' has no end; allowed with --duration or --count",
                "run|--load|5/s for 1s|--rate|7; --rate; 7/s; allowed one of the two",
                "run|--load|5/s for 1s|--duration|7s; --duration; 7s; allowed with a load whose last segment has no 'for'",
                "run|--load|5/s for 1s|--count|7; --count; 7; whose last segment has no 'for'",
                "run|--load|trace none.csv; --load; 'none.csv' can't be read; a CSV file in UTF-8",
                "run|--duration|4000d; --duration; '4000d'; up to 3650d",
                "plot-load|sine|4/s..1/s|every|5s; plot-load; 4/s..1/s; allowed the lowest rate first",
                "plot-load; plot-load; SPEC; SPEC",
                "run|--scenario|none.yaml; 'none.yaml'; can't be read; YAML or JSON",
                "run|--scenario|none.yaml|--seed|5; --seed; none.yaml; allowed in that file",
            })
    void aBadLoadIsToldInOneLine(String line, String place, String value, String allowed) {
        expectUsageError(Cli.run(line.split("\\|", -1)), place, value, allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "seeds: 5; seeds; unknown; seed, start, sensors, duration, count, streams",
                "seed: five; seed; 'five'; -9223372036854775808 to",
                "sensors: 0; sensors; '0'; 1 to 10000000",
                "start: then; start; 'then'; now, Unix seconds or ISO-8601",
                "duration: 50; duration; '50'; such as 50s or 1h30m",
                "count: [1]; count; '[1]'; allowed one value",
                "count:; count; 'null'; allowed one value",
                "streams: sensor; streams; 'sensor'; a list of one or more",
                "streams: []; streams; '[]'; a list of one or more",
                "streams: [sensor]; streams[0]; 'sensor'; records, load, stream",
                "streams: [{rate: 5}]; streams[0].rate; unknown; records, load, stream",
                "streams: [{}, {records: mail}]; streams[1].records; 'mail'; sensor, ses, dynamodb",
                "streams: [{}, {records: ses, load: 5/s fro}]; streams[1].load; column 5: 'fro'; allowed",
                "streams: [{stream: a/b}]; streams[0]; 'a/b'; 1 to 64 of",
                "streams: [{}, {}]; streams[1].records; 'sensor' for a second time; once",
                "streams: [{stream: other}]; 'other'; 'sensors'; --endpoint-url or --region",
                "[1]; scenario.yaml; '[1]'; seed, start",
                "seed: 1#seed: 2; line 2; Duplicate; YAML or JSON",
                "{; line; ; YAML or JSON",
            })
    void aBadScenarioIsToldByFilePathValueAndWhatIsAllowed(String yaml, String path, String value, String allowed)
            throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), yaml.replace("#", "\n"));
        Cli answer = Cli.run(
                "run",
                "--scenario",
                file.toString(),
                "--warehouse",
                folder.resolve("w").toString());
        expectUsageError(answer, path, value == null ? "" : value, allowed);
        assertThat(folder.resolve("w")).doesNotExist();
    }

    private static void expectUsageError(Cli answer, String place, String value, String allowed) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(place).contains(value).contains(allowed);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aRunMakesAsManyRecordsAsItsLoadHas() {
        Cli answer = Cli.run(
                "run",
                "--warehouse",
                folder.resolve("w").toString(),
                "--load",
                "100/s for 500ms, ramp to 900/s in 1s, pause for 200ms",
                "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode summary = answer.lastJson();
        assertThat(summary.get("landed").longValue()).isEqualTo(550);
        assertThat(summary.get("seconds").doubleValue()).isGreaterThanOrEqualTo(1.7);
        assertThat(summary.get("targetRate").doubleValue()).isCloseTo(550 / 1.7, within(1e-6));
        assertThat(summary.get("loads").get("sensor").textValue())
                .isEqualTo("100/s for 500ms, ramp to 900/s in 1s, pause for 200ms");
    }

    @Test
    void aScenarioRunsEachStreamByItsOwnLoad() throws IOException {
        Files.writeString(folder.resolve("rates.csv"), "0,100\n0.5,300\n");
        Path file = Files.writeString(
                folder.resolve("scenario.json"),
                "{\"seed\": 5, \"sensors\": 3, \"start\": 1700000000, \"streams\": ["
                        + "{\"load\": \"trace rates.csv\"}, {\"records\": \"ses\", \"load\": \"50/s for 1s\"}]}");
        Cli answer = Cli.run(
                "run",
                "--scenario",
                file.toString(),
                "--warehouse",
                folder.resolve("w").toString(),
                "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode summary = answer.lastJson();
        assertThat(summary.get("seed").intValue()).isEqualTo(5);
        assertThat(summary.get("start").textValue()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(summary.get("streams").get(0).get("landed").longValue()).isEqualTo(200);
        assertThat(summary.get("streams").get(1).get("acknowledged").longValue())
                .isEqualTo(50);
    }
}
