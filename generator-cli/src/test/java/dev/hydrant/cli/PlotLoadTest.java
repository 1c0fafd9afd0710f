package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.cli.plot.Ink;
import dev.hydrant.cli.plot.LoadPlot;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.load.text.LoadText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotLoadTest {

    @Test
    void saysTheLoadItsRecordsAndItsPeak() {
        Cli answer = Cli.run("plot-load", "200/s for 30s,", "ramp", "to", "5000/s in 2m");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("200/s for 30s, ramp to 5000/s in 2m\n")
                .contains("5,000/s |", "0/s +", "0s", "2m30s")
                .endsWith("318,000 records in 2m30s; 2,120/s on average, 5,000/s at most\n");
        assertThat(answer.out().chars()).as("no terminal, so ASCII").allMatch(c -> c < 128);
    }

    @Test
    void aLoadWithoutEndIsDrawnFarEnoughToSeeHowItGoesOn() {
        assertThat(Cli.run("plot-load", "sine 10..20/s every 1m").out())
                .endsWith("1,800 records in 2m, and so on; 15.0/s on average, 20.0/s at most\n");
        assertThat(Cli.run("plot-load", "7/m", "--duration", "1h").out()).contains("420 records in 1h, and so on");
    }

    @Test
    void jsonHasThePoints() {
        JsonNode json = Cli.run("plot-load", "ramp to 100/s in 10s", "--json").lastJson();
        assertThat(json.get("records").longValue()).isEqualTo(500);
        assertThat(json.get("peak").doubleValue()).isEqualTo(100);
        assertThat(json.get("points")).hasSize(201);
        assertThat(json.get("points").get(100).get("rate").doubleValue()).isEqualTo(50);
        assertThat(json.get("points").get(100).get("records").longValue()).isEqualTo(125);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200/s for 30s, ramp to 5000/s in 2m, sine 1000/s..4000/s every 5m for 10m",
                "burst 9/s for 1ms every 1h for 3d",
                "0.001/s for 3650d",
                "9999999.999999/s for 1ms",
                "steps 1/h..100/h by 1/h every 1h7m"
            })
    void noLineIsWiderThanTheTerminal(String text) {
        LoadProfile load = LoadText.parse(text);
        for (int columns : new int[] {40, 41, 80, 133, 400}) {
            for (Ink ink : Ink.values()) {
                List<String> lines = plot(load, columns, ink);
                assertThat(lines).hasSize(14).allMatch(line -> line.length() <= columns);
            }
        }
    }

    @Test
    void aRampRisesFromTheLeftToTheRight() {
        List<String> lines = plot(LoadText.parse("ramp to 12/s in 80s"), 48, Ink.BLOCKS);
        for (int row = 1; row < 12; row++) {
            assertThat(lines.get(row).chars().filter(c -> c == '█').count())
                    .isGreaterThan(
                            lines.get(row - 1).chars().filter(c -> c == '█').count());
        }
        assertThat(lines.get(0)).startsWith("12.0/s │").endsWith("▇");
    }

    private static List<String> plot(LoadProfile load, int columns, Ink ink) {
        StringWriter text = new StringWriter();
        new LoadPlot(load, load.length(), columns, ink).print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }
}
