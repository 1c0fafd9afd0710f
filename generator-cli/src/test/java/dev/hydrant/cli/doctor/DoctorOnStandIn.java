package dev.hydrant.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.terraform.TerraformProgram;
import dev.hydrant.lambda.DynamoDbCsv;
import dev.hydrant.lambda.GeneratorHandler;
import dev.hydrant.lambda.SesRouter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The command against an account in which everything holds but for what a test changes. */
abstract class DoctorOnStandIn {

    static final AwsCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));
    static final TerraformProgram ABSENT = new TerraformProgram("/no/such/terraform");

    static final String SIMULATE = "SimulatePrincipalPolicy";

    @TempDir
    Path folder;

    AwsStandIn aws;
    URI endpoint;
    String region = "us-east-1";

    @BeforeEach
    void everythingIsThere() throws IOException {
        aws = new AwsStandIn();
        endpoint = aws.url();
        // Two dozen calls, which only two of the tests are about.
        aws.refused.add(SIMULATE);
        Files.copy(Path.of("../terraform/versions.tf"), folder.resolve("versions.tf"));
        jar(GeneratorHandler.class, SesRouter.class, DynamoDbCsv.class);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    final void jar(Class<?>... classes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("lambda.jar")))) {
            for (Class<?> each : classes) {
                zip.putNextEntry(new ZipEntry(each.getName().replace('.', '/') + ".class"));
            }
        }
    }

    final TerraformProgram terraform(String version, String provider) throws IOException {
        Path script = folder.resolve("terraform");
        Files.writeString(
                script,
                "#!/bin/sh\necho '{\"terraform_version\":\"%s\",\"provider_selections\":{%s}}'\n"
                        .formatted(
                                version,
                                provider.isEmpty()
                                        ? ""
                                        : "\"registry.terraform.io/hashicorp/aws\":\"" + provider + "\""));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new TerraformProgram(script.toString());
    }

    /** What the command printed, and how it ended. */
    record Answer(int code, String out) {

        JsonNode check(String name) {
            try {
                return new ObjectMapper().readTree(out).required("checks").required(name);
            } catch (IOException e) {
                throw new AssertionError(out, e);
            }
        }
    }

    final Answer examine(TerraformProgram terraform, AwsCredentialsProvider credentials, String... options) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new DoctorCommand(terraform, credentials));
        line.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(
                "--endpoint-url=" + endpoint,
                "--terraform=" + folder,
                "--lambda-jar=" + folder.resolve("lambda.jar"),
                "--region=" + region));
        all.addAll(Arrays.asList(options));
        return new Answer(line.execute(all.toArray(String[]::new)), out.toString());
    }

    final Answer json(String... options) throws IOException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        return examine(terraform("1.12.0", "6.66.0"), KEYS, all);
    }

    final void fails(Answer answer, String check, String says, String mend) {
        JsonNode found = answer.check(check);
        assertThat(found.path("verdict").asText()).as(answer.out()).isEqualTo("FAIL");
        assertThat(found.path("says").asText()).contains(says);
        assertThat(found.path("mend").asText()).contains(mend);
        assertThat(answer.code()).isEqualTo(ExitCode.NOT_DONE);
    }

    final void isSkipped(Answer answer, String check, String says) {
        JsonNode found = answer.check(check);
        assertThat(found.path("verdict").asText()).as(answer.out()).isEqualTo("skipped");
        assertThat(found.path("says").asText()).contains(says);
    }
}
