package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets one line that names value, place and what is allowed, and the exit code 2. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --rate 0|--rate|'0'|0.000001 to 10000000",
                "run --rate -5|--rate|'-5'|0.000001 to 10000000",
                "run --rate abc|--rate|'abc'|0.000001 to 10000000",
                "run --rate 1e9|--rate|'1e9'|0.000001 to 10000000",
                "run --sensors 0|--sensors|'0'|1 to 10000000",
                "run --sensors 10000001|--sensors|'10000001'|1 to 10000000",
                "run --duration 1x|--duration|'1x'|such as 50s or 1h30m",
                "run --duration -1s|--duration|'-1s'|such as 50s or 1h30m",
                "run --linger 100|--linger|'100'|ms, s, m, h or d",
                "run --count 0|--count|'0'|1 to",
                "run --seed abc|--seed|'abc'|-9223372036854775808 to 9223372036854775807",
                "run --start yesterday|--start|'yesterday'|now, Unix seconds or ISO-8601",
                "run --start 12|--start|'12'|from 2001-09-09T01:46:40Z",
                "run --in-flight 0|--in-flight|'0'|1 to 1000",
                "run --endpoint-url foo|--endpoint-url|'foo'|http://127.0.0.1:4573",
                "run --endpoint-url ftp://host|--endpoint-url|'ftp://host'|http or https",
                "run --buffering-size 129|--buffering-size|'129'|1 to 128",
                "run --buffering-interval 901s|--buffering-interval|'901s'|0s to 900s",
                "run --dead-letters /no/such/folder/file|--dead-letters|'/no/such/folder/file'|a folder that exists",
                "run --stream a/b|stream|'a/b'|1 to 64 of",
                "run --records sensors|--records|'sensors'|sensor, ses, dynamodb",
                "run --records sensor=0|--records|'0'|0.000001 to 10000000",
                "run --records ses,ses|--records|twice|sensor, ses, dynamodb",
                "run --records sensor,ses --stream one --region us-east-1|--stream|'one'|allowed with one",
                "run --from-terraform /no/such/folder|Terraform|'/no/such/folder'|the folder that was applied",
                "run --from-terraform x --stream y|--from-terraform|'x'|one or the other",
                "generate --records x|--records|'x'|sensor, ses, dynamodb",
                "run --unknown|run|'--unknown'|hydrant run --help",
                "serve --port 65536|--port|'65536'|0 to 65535",
                "serve --port x|--port|'x'|0 to 65535",
                "generate --count -1|--count|'-1'|1 to",
                "generate --from-index -1|--from-index|'-1'|0 to",
                "generate --from-index 4000000000000000000 --rate 0.1|record 4000000000000000009|0.1/s|end before",
                "query --format xml SELECT|--format|'xml'|table, csv, json",
                "query|query|SQL|--examples",
                "replay /no/such/file|replay|'/no/such/file'|a file of dead letters",
                "report /no/such/file -o page.html|report|'/no/such/file'|a report of 'hydrant bench --output FILE'",
                "report run.json|report|--output|Missing required option",
                "compare /no/such/file b.json|compare|'/no/such/file'|a report of 'hydrant bench --output FILE'",
                "frobnicate|hydrant|'frobnicate'|hydrant --help",
            })
    void isToldInOneLineWithValuePlaceAndWhatIsAllowed(String line, String place, String value, String allowed) {
        Cli answer = Cli.run(line.split(" "));
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("hydrant")
                .contains(place)
                .contains(value)
                .contains(allowed);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Cli answer = Cli.run(
                    "serve", "--port", Integer.toString(taken.getLocalPort()), "--warehouse", folder.toString());
            assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
            assertThat(answer.err()).contains("port " + taken.getLocalPort()).contains("allowed");
            assertThat(answer.err().lines()).hasSize(1);
        }
    }

    @Test
    void aWarehouseThatIsAFileIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Cli answer = Cli.run("run", "--warehouse", file.toString());
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(file.toString()).contains("allowed");
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aWarehouseThatIsNotThereCannotBeAsked() {
        Cli answer = Cli.run(
                "query", "SELECT 1", "--warehouse", folder.resolve("none").toString());
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(folder.resolve("none").toString());
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aBrokenDeadLetterIsNamedByFileAndLineAndNothingIsSent() throws IOException {
        Path letters = Files.writeString(
                folder.resolve("letters.jsonl"), "{\"rawData\":\"YQ==\"}\n\n{\"rawData\":\"not base64!\"}\n");
        Cli answer = Cli.run(
                "replay", letters.toString(), "--warehouse", folder.resolve("w").toString());
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("letters.jsonl, line 3").contains("rawData");
        assertThat(folder.resolve("w")).doesNotExist();
    }
}
