package dev.hydrant.cli.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.hydrant.cli.UsageError;
import dev.hydrant.cli.option.CountText;
import dev.hydrant.cli.option.DurationText;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.LoadSpec;
import dev.hydrant.cli.option.SeedText;
import dev.hydrant.cli.option.SensorsText;
import dev.hydrant.cli.option.StartText;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.load.LoadProfile;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads scenarios in YAML, of which JSON is a part. What is not said is as in the reference system: 10 sensors, 200
 * records/s, 50 s. The form is that of {@code docs/scenario.schema.json}.
 */
public final class ScenarioFile {

    private static final List<String> KEYS = List.of("seed", "start", "sensors", "duration", "count", "streams");
    private static final List<String> STREAM_KEYS = List.of("records", "load", "stream");
    private static final int SENSORS = 10;
    private static final long SEED = 42;
    private static final LoadProfile LOAD = ConstantRate.parse("200");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ScenarioFile() {}

    /**
     * Reads a scenario; the files its loads name are looked for beside it.
     *
     * @throws UsageError when it can't be read or is none, naming file, path, value and what is allowed
     */
    public static Scenario read(Path file) {
        ScenarioNode root = new ScenarioNode(file.toString(), "", tree(file), KEYS);
        LoadSpec loads = new LoadSpec(file.toAbsolutePath().resolveSibling(""));
        List<ScenarioStream> streams = new ArrayList<>();
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (ScenarioNode node : root.list("streams", STREAM_KEYS)) {
            RecordKind kind = node.value("records", new KindText()).orElse(RecordKind.SENSOR);
            if (!kinds.add(kind)) {
                throw node.wrong(
                        "records",
                        "'" + kind + "' for a second time: allowed each of " + RecordKind.allowed() + " once");
            }
            LoadProfile load =
                    node.value("load", loads).map(LoadProfile.class::cast).orElse(LOAD);
            String stream = node.value("stream", text -> text).orElse(kind.stream());
            try {
                new FirehoseTarget(stream, null, null);
            } catch (IllegalArgumentException e) {
                throw node.wrong(null, String.valueOf(e.getMessage()));
            }
            streams.add(new ScenarioStream(kind, load, stream));
        }
        if (streams.isEmpty()) {
            streams.add(new ScenarioStream(RecordKind.SENSOR, LOAD, RecordKind.SENSOR.stream()));
        }
        return new Scenario(
                root.value("seed", new SeedText()).orElse(SEED),
                root.value("sensors", new SensorsText()).orElseGet(() -> new Fleet(SENSORS)),
                root.value("start", new StartText()).orElse(null),
                root.value("duration", new DurationText()).orElse(null),
                root.value("count", new CountText()).orElse(null),
                List.copyOf(streams));
    }

    private static JsonNode tree(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            return tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            throw new UsageError(
                    file + ", line " + e.getLocation().getLineNr() + ": "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .trim()
                            + ": allowed YAML or JSON",
                    e);
        } catch (IOException e) {
            throw new UsageError("'" + file + "' can't be read: allowed a scenario in YAML or JSON, UTF-8", e);
        }
    }
}
