package dev.hydrant.load.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.load.Load;
import dev.hydrant.load.RandomLoads;
import dev.hydrant.load.Segment;
import dev.hydrant.load.Trace;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTextTest {

    private static final String HOURS =
            IntStream.range(0, 168).mapToObj(hour -> hour + "," + hour / 10.0).collect(Collectors.joining("\n"));

    @Test
    void aPrintedLoadIsReadAsAnEqualOne() {
        RandomLoads loads = new RandomLoads(10);
        int read = 0;
        for (int number = 0; number < 400; number++) {
            Load load = loads.next();
            if (load.segments().stream().noneMatch(Trace.class::isInstance)) {
                read++;
                assertThat(LoadText.parse(load.toString())).as(load.toString()).isEqualTo(load);
                assertThat(LoadText.parse(load.toString())).hasToString(load.toString());
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|200/s",
                "  200/s   for 90s |200/s for 1m30s",
                "0.50/m for 1.5h|0.5/m for 1h30m",
                "ramp to 5000 in 0.5s,ramp to 0/s in 1m|ramp to 5000/s in 500ms, ramp to 0/s in 1m",
                "steps 100..1000/s by 100/s every 30s|steps 100/s..1000/s by 100/s every 30s",
                "steps 60..6/m by 6/m every 1s|steps 60/m..6/m by 6/m every 1s",
                "sine 0..4000/s every 0.001h|sine 0/s..4000/s every 3s600ms",
                "burst 5000/s for 2s every 30s|burst 5000/s for 2s every 30s",
                "burst 5000/s over 20/s for 2s every 30s for 5m|burst 5000/s over 20/s for 2s every 30s for 5m",
                "pause for 1d, 7/h|pause for 1d, 7/h",
                "week 5/s with mon 0-24 9/s with sat-sun 8-9 0/s|week 5/s with mon 0-24 9/s with sat-sun 8-9 0/s",
                "week 5/s with tue-tue 1-2 9/s from wed 07 for 2d|week 5/s with tue 1-2 9/s from wed 7 for 2d",
                "week hours.csv from sun 23|week hours.csv from sun 23",
                "week \"200\" for 2h|week \"200\" for 2h",
                "trace ../a/rates-1.csv, 5/s|trace ../a/rates-1.csv, 5/s",
                "trace \"a b,c.csv\"|trace \"a b,c.csv\"",
            })
    void aLoadPrintsItselfInOneForm(String text, String shown) {
        LoadFiles files = name -> text.startsWith("week") ? HOURS : "time,rate\n0,5\n1.5,10\n";
        Load load = LoadText.parse(text, files);
        assertThat(load).hasToString(shown);
        assertThat(LoadText.parse(shown, files)).isEqualTo(load);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|the text ends|a rate such as 200/s, or ramp, steps",
                "fast|1|'fast'|a rate such as 200/s, or ramp, steps",
                "200/s fro 30s|7|'fro'|',' and another segment, or the end",
                "200/s for|10|the text ends|a time such as 30s",
                "200/s for 30|11|'30'|such as 50s or 1h30m",
                "200/s for 0s|1|0ms|1ms to 3650d",
                "200/s for 0.0000001s|11|'0.0000001s'|such as 50s or 1h30m",
                "200/s for 3651d|1|PT87624H|1ms to 3650d",
                "200/s for 30s,|15|the text ends|a rate such as 200/s",
                "200/s for 30s,, 5/s|15|','|a rate such as 200/s",
                "200/s, 5/s|6|','|'for TIME' before it",
                "sine 1..2/s every 1s, 5/s|21|','|'for TIME' before it",
                "0/s for 5s|1|0/s|pause for TIME",
                "-5/s|1|'-5/s'|0, or 0.000001/s to 10000000/s",
                "1e3/s|1|'1e3/s'|0, or 0.000001/s to 10000000/s",
                "10000001/s|1|'10000001/s'|0, or 0.000001/s to 10000000/s",
                "0.0000001/s|1|'0.0000001/s'|0, or 0.000001/s",
                "0.003/h|1|'0.003/h'|0, or 0.000001/s",
                "200/d|1|'200/d'|by /s, /m or /h",
                "ramp to NaN in 5s|9|'NaN'|0, or 0.000001/s to 10000000/s",
                "ramp to Infinity/s in 5s|9|'Infinity/s'|0, or 0.000001/s to 10000000/s",
                "ramp 5/s in 5s|6|'5/s'|'from RATE' or 'to RATE'",
                "ramp from 5/s in 5s|15|'in'|'to RATE'",
                "ramp to 5/s for 5s|13|'for'|'in TIME'",
                "ramp to 5/s in 0s|1|0ms|1ms to 3650d",
                "sine 5/s every 5s|6|'5/s'|two rates such as 100/s..1000/s",
                "sine 5/s..1/s every 5s|1|5/s..1/s|the lowest rate first, from 0",
                "sine -1/s..5/s every 5s|6|'-1/s'|0, or 0.000001/s",
                "sine 1/s..5/s|14|the text ends|'every TIME', the period",
                "sine 1/s..5/s every 0ms|1|0ms|1ms to 3650d",
                "steps 1..10/s by 4/s every 1s|1|by 4/s|exactly to the other",
                "steps 1..10/s by 0/s every 1s|1|by 0/s|above 0",
                "steps 5..5/s by 1/s every 1s|1|5/s..5/s|two different rates",
                "steps 1..10000000/s by 1/s every 1s|1|by 1/s|at most 10000",
                "burst 5/s for 2s every 2s|1|every 2s|shorter than their period",
                "burst 5/s over 5/s for 1s every 2s|1|over 5/s|above its base",
                "burst 5/s every 2s|11|'every'|how long one is",
                "pause|6|the text ends|a pause has an end",
                "pause for 10s|1|'pause for 10s'|a rate above 0",
                "ramp to 0 in 5s|1|'ramp to 0/s in 5s'|a rate above 0",
                "5/s for 200000000d|9|'200000000d'|106751d",
                "5/s for 3000d, 6/s for 3000d|1|segment 2|3650 days",
                "week|5|the text ends|a file",
                "week 5/s with|14|the text ends|days such as mon-fri",
                "week 5/s with mo 1-2 5/s|15|'mo'|days such as mon-fri",
                "week 5/s with fri-mon 1-2 5/s|15|'fri-mon'|the earlier day first",
                "week 5/s with mon 8-8 5/s|19|'8-8'|hours such as 8-18",
                "week 5/s with mon 8-25 5/s|19|'8-25'|hours such as 8-18",
                "week 5/s from mon 24|19|'24'|0 to 23",
                "week 5/s from 12|15|'12'|mon, tue, wed",
                "week 0/s|1|168 hours|not all of them 0",
                "trace|6|the text ends|a file",
                "trace \"|7|\"|two double quotes",
                "trace none.csv|7|'none.csv'|loads without one",
            })
    void anythingElseIsRefusedWithItsColumnAndWhatIsAllowed(String text, int column, String value, String allowed) {
        assertThatThrownBy(() -> LoadText.parse(text))
                .isInstanceOf(LoadTextException.class)
                .hasMessageContaining(value)
                .hasMessageContaining("allowed")
                .hasMessageContaining(allowed)
                .extracting(e -> ((LoadTextException) e).column())
                .isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,10\n30,20\n40,0\n",
                "time,rate\n1700000000,10\n1700000030,20\n1700000040,0",
                "# recorded\n\n 2023-11-14T22:13:20Z , 10 \r\n2023-11-14T23:13:50+01:00,20\r\n2023-11-14T22:14:00Z,0.0000001"
            })
    void aTraceHoldsEachRateUntilTheNextAndTheLastAsLongAsTheOneBefore(String csv) {
        Load load = LoadText.parse("trace rates.csv", name -> csv);
        assertThat(load.length()).isEqualTo(Duration.ofSeconds(50).toNanos());
        assertThat(load.rate(Duration.ofSeconds(29).toNanos())).isEqualTo(10);
        assertThat(load.rate(Duration.ofSeconds(30).toNanos())).isEqualTo(20);
        assertThat(load.count(load.length())).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trace|``|has 0 rows|2 or more",
                "trace|time,rate|has 0 rows|2 or more",
                "trace|0,5|has 1 rows|2 or more",
                "trace|0,5;9,6;8,7|line 3: '8'|a time after that of the row before, 9",
                "trace|0,5;0,6|line 2: '0'|a time after that of the row before, 0",
                "trace|0,5;1,-6|line 2: '-6'|a rate, records a second from 0 to 10000000",
                "trace|0,5;1,NaN|line 2: 'NaN'|a rate, records a second",
                "trace|0,5;1,10000001|line 2: '10000001'|a rate, records a second",
                "trace|0,;1,5|line 1: ''|a rate, records a second",
                "trace|0,5;1|line 2: '1'|two fields",
                "trace|0,5;1,2,3|line 2: '1,2,3'|two fields",
                "trace|0,5;soon,6|line 2: 'soon'|seconds from 0 or ISO-8601",
                "trace|0,0;1,0|no rate above 0|one at least",
                "trace|0,5;400000000,5|days long|up to 3650",
                "week|0,5;1,6|has 2 hours|168",
                "week|0,5;2,6|line 2: '2'|hour 1",
            })
    void aBadFileIsRefusedByNameLineValueAndWhatIsAllowed(String shape, String csv, String value, String allowed) {
        assertThatThrownBy(() -> LoadText.parse(shape + " rates.csv", name -> csv.replace(';', '\n')))
                .isInstanceOf(LoadTextException.class)
                .hasMessageContaining("rates.csv")
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }

    @Test
    void aWeekBeginsAtTheHourThatIsNamed() {
        Load load = LoadText.parse("week 10/s with mon-fri 8-18 50/s from fri 17");
        long hour = Duration.ofHours(1).toNanos();
        assertThat(load.rate(0)).isEqualTo(50);
        assertThat(load.rate(hour)).isEqualTo(10);
        assertThat(load.rate(hour * (7 + 48 + 8) - 1)).isEqualTo(10);
        assertThat(load.rate(hour * (7 + 48 + 8))).isEqualTo(50);
        assertThat(load.rate(hour * 168)).isEqualTo(50);
        Load file = LoadText.parse("week hours.csv from tue 1", name -> HOURS);
        assertThat(file.rate(0)).isEqualTo(2.5);
    }

    @Test
    void segmentsAreWhatTheTextNames() {
        assertThat(LoadText.parse("5/s for 1s, pause for 1s, ramp to 7/s in 1s").segments())
                .extracting(Segment::length)
                .containsOnly(Duration.ofSeconds(1));
    }
}
