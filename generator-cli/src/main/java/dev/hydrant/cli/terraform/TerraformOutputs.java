package dev.hydrant.cli.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The outputs of a deployment: those of {@code terraform output} or, without terraform, those in the state file. */
public final class TerraformOutputs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = "terraform.tfstate";

    private final Path folder;
    private final JsonNode outputs;

    private TerraformOutputs(Path folder, JsonNode outputs) {
        this.folder = folder;
        this.outputs = outputs;
    }

    /**
     * Asks terraform, for wherever the state is kept.
     *
     * @throws UsageError when the folder is not there, is not applied, or terraform fails in it
     */
    public static TerraformOutputs read(Path folder, TerraformProgram terraform) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageError(
                    "folder '%s' of Terraform is not there: allowed is the folder that was applied, such as terraform/"
                            .formatted(folder));
        }
        JsonNode outputs = outputs(folder, terraform);
        if (!outputs.isObject() || outputs.isEmpty()) {
            throw new UsageError(
                    "folder '%s' has no outputs: 'terraform -chdir=%s apply' makes them".formatted(folder, folder));
        }
        return new TerraformOutputs(folder, outputs);
    }

    private static JsonNode outputs(Path folder, TerraformProgram terraform) throws IOException {
        try {
            TerraformProgram.Answer answer = terraform.run(folder, "output", "-json", "-no-color");
            if (answer.code() != 0) {
                throw new UsageError("'terraform output' fails in '%s': %s".formatted(folder, oneLine(answer.err())));
            }
            return json(answer.out(), "the outputs of " + folder);
        } catch (TerraformProgram.AbsentException e) {
            Path state = folder.resolve(STATE);
            if (!Files.isRegularFile(state)) {
                throw new UsageError(
                        "%s, and '%s' holds no %s: allowed is either".formatted(e.getMessage(), folder, STATE), e);
            }
            return json(Files.readString(state), state.toString()).path("outputs");
        }
    }

    private static JsonNode json(String text, String place) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UsageError("%s cannot be read: %s".formatted(place, e.getOriginalMessage()), e);
        }
    }

    /** Terraform draws a box around its errors. */
    private static String oneLine(String error) {
        return error.replaceAll("[│╷╵\\s]+", " ").strip();
    }

    /** The region that was deployed into. */
    public String region() {
        return text(outputs.path("region").path("value"), "region");
    }

    /**
     * The delivery stream that takes this kind of records.
     *
     * @param kind sensor, ses or dynamodb
     * @throws UsageError when none was deployed
     */
    public String stream(String kind) {
        JsonNode streams = outputs.path("streams").path("value");
        JsonNode stream = streams.path(kind);
        if (stream.isMissingNode() && streams.isObject()) {
            List<String> deployed = new ArrayList<>();
            streams.fieldNames().forEachRemaining(deployed::add);
            throw new UsageError("'%s' has no stream for %s records: deployed are %s; the input pipelines says which"
                    .formatted(folder, kind, String.join(", ", deployed)));
        }
        return text(stream, "streams." + kind);
    }

    private String text(JsonNode value, String output) {
        if (!value.isTextual()) {
            throw new UsageError("'%s' has no output %s: allowed is Hydrant's own Terraform folder, applied"
                    .formatted(folder, output));
        }
        return value.textValue();
    }
}
