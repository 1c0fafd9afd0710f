package dev.hydrant.cli.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hydrant.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment is asked for its outputs through terraform, or read from its state; what is missing is named. */
class TerraformOutputsTest {

    private static final TerraformProgram ABSENT = new TerraformProgram("/no/such/terraform");

    private static final String OUTPUTS = "{\"region\":{\"value\":\"eu-west-1\"},"
            + "\"streams\":{\"value\":{\"sensor\":\"hydrant-sensor\",\"ses\":\"hydrant-ses\"}}}";

    @TempDir
    private Path folder;

    /** A program that prints, whatever it is asked, and ends with a code. */
    private TerraformProgram program(int code, String out, String err) throws IOException {
        Path script = folder.resolve("terraform");
        Files.writeString(
                script,
                "#!/bin/sh\ncat <<'END'\n%s\nEND\ncat >&2 <<'END'\n%s\nEND\nexit %d\n".formatted(out, err, code));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new TerraformProgram(script.toString());
    }

    private void state(String text) throws IOException {
        Files.writeString(folder.resolve("terraform.tfstate"), text);
    }

    @Test
    void terraformIsAskedFirst() throws Exception {
        state("{}");
        TerraformOutputs outputs = TerraformOutputs.read(folder, program(0, OUTPUTS, ""));
        assertThat(outputs.region()).isEqualTo("eu-west-1");
        assertThat(outputs.stream("ses")).isEqualTo("hydrant-ses");
    }

    @Test
    void withoutTerraformTheStateIsRead() throws Exception {
        state("{\"version\":4,\"outputs\":" + OUTPUTS + "}");
        assertThat(TerraformOutputs.read(folder, ABSENT).stream("sensor")).isEqualTo("hydrant-sensor");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        refused(ABSENT, "no program '/no/such/terraform'", "no terraform.tfstate");
        refused(program(0, "{}", ""), folder.toString(), "apply");
        refused(
                program(1, "", "╷\n│ Error: Backend initialization required\n╵"),
                "fails in",
                "Error: Backend initialization");
        refused(program(0, "{", ""), "the outputs of", "cannot be read");
        state("{\"version\":4,\"outputs\":{}}");
        refused(ABSENT, "has no outputs", "apply");
        TerraformOutputs outputs = TerraformOutputs.read(folder, program(0, OUTPUTS, ""));
        assertThatThrownBy(() -> outputs.stream("dynamodb"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("no stream for dynamodb records: deployed are sensor, ses");
        TerraformOutputs others = TerraformOutputs.read(folder, program(0, "{\"x\":{\"value\":1}}", ""));
        assertThatThrownBy(others::region).isInstanceOf(UsageError.class).hasMessageContaining("no output region");
        assertThatThrownBy(() -> others.stream("ses"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("no output streams.ses");
    }

    private void refused(TerraformProgram program, String... words) {
        assertThatThrownBy(() -> TerraformOutputs.read(folder, program))
                .isInstanceOf(UsageError.class)
                .hasMessageContainingAll(words)
                .hasMessageMatching(".*");
    }
}
