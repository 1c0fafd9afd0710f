package dev.hydrant.lambda.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.measure.Accounting;
import dev.hydrant.measure.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The deployment's dashboard and alarms ask for metrics that the generator measures, by the dimension that it gives them. */
class MetricNamesTest {

    private static final Path TERRAFORM = Path.of("../terraform");
    private static final Pattern WIDGET = Pattern.compile("\\[\"Hydrant\", \"(\\w+)\", \"(\\w+)\"");
    private static final Pattern ALARM =
            Pattern.compile("namespace\\s*=\\s*\"Hydrant\"[^\\n]*\\n\\s*metric\\s*=\\s*\"(\\w+)\"");

    @Test
    void areThoseOfTheReport() throws IOException {
        JsonNode told = told();
        assertThat(told.required("Namespace").asText()).isEqualTo("Hydrant");
        String dimension = told.required("Dimensions").get(0).get(0).asText();
        Set<String> measured = new TreeSet<>();
        told.required("Metrics")
                .forEach(metric -> measured.add(metric.required("Name").asText()));

        JsonNode listed = new ObjectMapper()
                .readTree(TERRAFORM.resolve("tests/metrics.json").toFile())
                .required("Hydrant");
        Set<String> names = new TreeSet<>();
        listed.fieldNames().forEachRemaining(names::add);
        assertThat(names).isEqualTo(measured);
        listed.forEach(metric ->
                assertThat(metric.required("dimensions").get(0).asText()).isEqualTo(dimension));

        Set<String> asked = new TreeSet<>();
        Matcher widgets = WIDGET.matcher(Files.readString(TERRAFORM.resolve("templates/dashboard.tftpl")));
        while (widgets.find()) {
            asked.add(widgets.group(1));
            assertThat(widgets.group(2)).isEqualTo(dimension);
        }
        Matcher alarms = ALARM.matcher(Files.readString(TERRAFORM.resolve("alarms.tf")));
        while (alarms.find()) {
            asked.add(alarms.group(1));
        }
        assertThat(asked).contains("Generated", "DeadLettered").isSubsetOf(measured);
    }

    /** What CloudWatch is told of a minute's report. */
    private static JsonNode told() throws IOException {
        Quantiles none = new Quantiles(0, 0, 0);
        String report = new MinuteReport(
                        GeneratorSettings.of(new Environment(Map.of("HYDRANT_STREAM", "any"))),
                        Instant.EPOCH,
                        0,
                        0,
                        0,
                        new Accounting(0, 0, 0, 0),
                        0,
                        0,
                        0,
                        none,
                        none,
                        null)
                .toJson(0);
        return new ObjectMapper()
                .readTree(report)
                .required("_aws")
                .required("CloudWatchMetrics")
                .get(0);
    }
}
