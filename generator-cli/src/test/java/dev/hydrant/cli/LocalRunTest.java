package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.firehose.LocalFirehose;
import dev.hydrant.firehose.LocalFirehoseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job: records through the real SDK and a local Firehose into Iceberg, asked for in SQL. */
@Timeout(120)
class LocalRunTest {

    @TempDir
    private Path folder;

    private String[] here(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--warehouse";
        all[args.length + 1] = folder.resolve("w").toString();
        return all;
    }

    private String query(String sql) {
        Cli answer = Cli.run(here("query", sql, "--format", "csv"));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.out();
    }

    @Test
    void everyRecordBecomesARowAndASecondRunAppends() {
        for (int run = 1; run <= 2; run++) {
            Cli answer = Cli.run(here("run", "--rate", "1000", "--duration", "1s", "--json"));
            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
            JsonNode summary = answer.lastJson();
            assertThat(summary.get("type").textValue()).isEqualTo("summary");
            for (String count : new String[] {"generated", "acknowledged", "landed", "planned"}) {
                assertThat(summary.get(count).longValue()).as(count).isEqualTo(1_000);
            }
            for (String count : new String[] {"deadLettered", "aborted", "refused"}) {
                assertThat(summary.get(count).longValue()).as(count).isZero();
            }
            assertThat(summary.get("seconds").doubleValue()).isGreaterThanOrEqualTo(1);
            for (String quantile : new String[] {"p50", "p99", "max"}) {
                assertThat(summary.get("latency").get(quantile).doubleValue()).isPositive();
            }
            assertThat(query("SELECT count(*) FROM sensors")).isEqualTo("count_star()\n" + 1_000 * run + "\n");
        }
        assertThat(query("SELECT location, count(*) AS n FROM iot.sensors GROUP BY 1 ORDER BY 1"))
                .isEqualTo(
                        "location,n\ndatacenter,400\noffice,400\nwarehouse-a,400\nwarehouse-b,400\nwarehouse-c,400\n");
    }

    @Test
    void rowsHoldWhatTheRecordsSaid() {
        Cli run = Cli.run(here("run", "--count", "10", "--start", "2023-11-14T22:13:20Z", "--seed", "7", "--quiet"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("10 generated = 10 acknowledged + 0 dead-lettered + 0 aborted")
                .contains("10 acknowledged = 10 landed + 0 dropped + 0 refused");
        assertThat(query("SELECT sensor_id, \"timestamp\", location FROM sensors ORDER BY 1 LIMIT 2"))
                .isEqualTo(
                        "sensor_id,timestamp,location\nsensor-001,1700000000,warehouse-a\nsensor-002,1700000000,warehouse-a\n");
        assertThat(query(
                        "SELECT count(*) AS n FROM sensors WHERE temperature BETWEEN 18 AND 28 AND humidity BETWEEN 40 AND 80"
                                + " AND pressure BETWEEN 1000 AND 1020"))
                .isEqualTo("n\n10\n");
    }

    @Test
    void theExamplesAnswerOnFreshTables() {
        assertThat(Cli.run(here("run", "--rate", "1000", "--count", "400", "--quiet"))
                        .code())
                .isZero();
        Cli answer = Cli.run(here("query", "--examples"));
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("(100 rows)", "(5 rows)", "(50 rows)", "(10 rows)")
                .contains("warehouse-a", "sensor-010", "reading_time");
    }

    @Test
    void jsonAndTableFormatsPrintTheSameRows() {
        assertThat(Cli.run(here("run", "--count", "10", "--rate", "1000", "--quiet"))
                        .code())
                .isZero();
        Cli json = Cli.run(here(
                "query",
                "SELECT sensor_id, NULL AS nothing, 1.5 AS half, true AS yes FROM sensors ORDER BY 1 LIMIT 2",
                "--format",
                "json"));
        assertThat(json.out()).isEqualTo("""
                        [{"sensor_id":"sensor-001","nothing":null,"half":1.5,"yes":true},
                        {"sensor_id":"sensor-002","nothing":null,"half":1.5,"yes":true}]
                        """);
        Cli table = Cli.run(here("query", "SELECT sensor_id, NULL AS nothing FROM sensors ORDER BY 1 LIMIT 2"));
        assertThat(table.out()).contains(" sensor_id  | nothing\n", " sensor-001 | NULL\n", "(2 rows)\n");
    }

    @Test
    void wrongSqlIsToldInOneLine() {
        assertThat(Cli.run(here("run", "--count", "1", "--quiet")).code()).isZero();
        Cli answer = Cli.run(here("query", "SELECT nope FROM sensors"));
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("nope");
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void deadLettersOfAnEndpointThatRefusesAreReplayedWhole() throws Exception {
        Path letters = folder.resolve("letters.jsonl");
        Cli refused = Cli.run(
                "run",
                "--endpoint-url",
                "http://127.0.0.1:1",
                "--count",
                "120",
                "--rate",
                "1000",
                "--retry-for",
                "500ms",
                "--dead-letters",
                letters.toString(),
                "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(refused.err()).contains("http://127.0.0.1:1").containsIgnoringCase("connection refused");
        assertThat(refused.err().lines()).hasSize(1);
        long kept = refused.lastJson().get("deadLettered").longValue();
        assertThat(kept)
                .isPositive()
                .isEqualTo(refused.lastJson().get("generated").longValue());
        assertThat(Files.readAllLines(letters)).hasSize((int) kept);

        Cli replayed = Cli.run(here("replay", letters.toString(), "--json"));
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.lastJson().get("landed").longValue()).isEqualTo(kept);
        assertThat(query("SELECT count(DISTINCT sensor_id) AS n FROM sensors")).isEqualTo("n\n10\n");
    }

    @Test
    void aServerSomewhereElseTakesARunToo() throws Exception {
        LocalFirehoseSettings settings =
                LocalFirehoseSettings.of(folder.resolve("w")).withPort(0);
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            String url = firehose.endpoint().toString();
            Cli answer = Cli.run("run", "--endpoint-url", url, "--count", "100", "--rate", "1000", "--json");
            assertThat(answer.code()).as(answer.err()).isZero();
            assertThat(answer.lastJson().get("landed").isNull())
                    .as("not to be seen from outside")
                    .isTrue();
            firehose.flush("sensors", Duration.ofSeconds(30));
            assertThat(query("SELECT count(*) AS n FROM sensors")).isEqualTo("n\n100\n");

            Cli wrong = Cli.run("run", "--endpoint-url", url, "--stream", "nope", "--count", "1");
            assertThat(wrong.code()).isEqualTo(ExitCode.NOT_DONE);
            assertThat(wrong.err()).contains("'nope'").contains("ResourceNotFoundException");
            assertThat(wrong.err().lines()).hasSize(1);

            Cli busy = Cli.run(here("run", "--count", "1"));
            assertThat(busy.code()).isEqualTo(ExitCode.USAGE);
            assertThat(busy.err()).contains(url);
        }
    }

    @Test
    void sesEventsLandInTheirTablesAndEveryClickHasItsOpenAndItsSend() {
        Cli answer =
                Cli.run(here("run", "--records", "sensor=500,ses", "--rate", "1000", "--duration", "4s", "--json"));
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode streams = answer.lastJson().get("streams");
        assertThat(streams).hasSize(2);
        assertThat(streams.get(0).get("places").get("iot.sensors").longValue()).isEqualTo(2_000);
        JsonNode ses = streams.get(1);
        assertThat(ses.get("acknowledged").longValue()).isEqualTo(4_000);
        long rows = 0;
        for (String type : List.of("Send", "Open", "Click")) {
            String table = type.toLowerCase(Locale.ROOT) + "_log";
            long landed = ses.get("places").get("email_event." + table).longValue();
            assertThat(query("SELECT count(*) AS n FROM " + table)).isEqualTo("n\n" + landed + "\n");
            assertThat(landed)
                    .as("closed per table")
                    .isEqualTo(ses.get("types").get(type).longValue());
            rows += landed;
        }
        assertThat(rows).isEqualTo(4_000);
        assertThat(query(
                        "SELECT count(*) AS n FROM click_log c LEFT JOIN open_log o USING (message_id) LEFT JOIN send_log s"
                                + " ON s.message_id = c.message_id WHERE o.message_id IS NULL OR s.message_id IS NULL"))
                .isEqualTo("n\n0\n");
    }

    @Test
    void dynamoDbChangesBecomeLinesOfCsvOneForEachThatWasNotDropped() throws Exception {
        Cli answer = Cli.run(here("run", "--records", "dynamodb", "--rate", "1000", "--duration", "2s", "--json"));
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode summary = answer.lastJson();
        long landed = summary.get("landed").longValue();
        assertThat(summary.get("dropped").longValue()).as("REMOVE").isPositive();
        assertThat(landed + summary.get("dropped").longValue()).isEqualTo(2_000);
        JsonNode types = summary.get("streams").get(0).get("types");
        assertThat(types.get("REMOVE")).isEqualTo(summary.get("dropped"));
        assertThat(types.get("INSERT").longValue() + types.get("MODIFY").longValue())
                .isEqualTo(landed);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("w/s3"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        assertThat(lines).hasSize((int) landed).allMatch(line -> line.matches("[0-9a-f-]{36},[0-9T:.-]+Z"));
    }

    @Test
    void severalStreamsPrintTheirOwnAccountsAndKeepTheirOwnDeadLetters() throws Exception {
        Path letters = folder.resolve("letters.jsonl");
        Cli refused = Cli.run(
                "run",
                "--records",
                "sensor,dynamodb",
                "--endpoint-url",
                "http://127.0.0.1:1",
                "--count",
                "20",
                "--rate",
                "1000",
                "--retry-for",
                "200ms",
                "--dead-letters",
                letters.toString(),
                "--quiet");
        assertThat(refused.code()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(refused.out())
                .contains("sensors\n", "dynamodb\n")
                .contains("letters-sensors.jsonl", "letters-dynamodb.jsonl");
        assertThat(folder.resolve("letters-dynamodb.jsonl")).isNotEmptyFile();
    }
}
