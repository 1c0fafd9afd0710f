package dev.hydrant.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are what the schema says, and what the program reads. */
class ScenarioSchemaTest {

    private static final Path DOCS = Path.of("../docs");

    @ParameterizedTest
    @ValueSource(strings = {"morning.yaml", "reference.json", "replayed.yaml"})
    void examplesAreScenarios(String name) throws IOException {
        Path file = DOCS.resolve("examples").resolve(name);
        assertThat(errors(Files.readString(file))).isEmpty();
        assertThat(ScenarioFile.read(file).streams()).isNotEmpty();
    }

    @Test
    void thePageOnLoadsShowsAScenario() throws IOException {
        String page = Files.readString(DOCS.resolve("load.md"));
        String shown =
                page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```", page.indexOf("```yaml\n") + 8));
        assertThat(errors(shown)).isEmpty();
    }

    @Test
    void theReferenceSystemIsTheDefault(@TempDir Path folder) throws IOException {
        Scenario empty = ScenarioFile.read(Files.createFile(folder.resolve("empty.yaml")));
        Scenario reference = ScenarioFile.read(DOCS.resolve("examples/reference.json"));
        assertThat(empty.seed()).isEqualTo(reference.seed());
        assertThat(empty.sensors().size()).isEqualTo(reference.sensors().size());
        assertThat(empty.streams()).singleElement().satisfies(stream -> {
            assertThat(stream.records()).isEqualTo(reference.streams().get(0).records());
            assertThat(stream.stream()).isEqualTo(reference.streams().get(0).stream());
            assertThat(stream.load().count(50_000_000_000L)).isEqualTo(10_000);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"seeds: 1", "sensors: 0", "streams: []", "streams: [{rate: 5}]", "streams: [{records: mail}]"})
    void whatTheProgramRefusesTheSchemaRefuses(String yaml) throws IOException {
        assertThat(errors(yaml)).isNotEmpty();
    }

    private static List<?> errors(String yaml) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(yaml);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("scenario.schema.json")), InputFormat.JSON);
        return schema.validate(tree);
    }
}
