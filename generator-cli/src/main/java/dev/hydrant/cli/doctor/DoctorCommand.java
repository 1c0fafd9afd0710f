package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.cli.option.RegionText;
import dev.hydrant.cli.option.ShardsText;
import dev.hydrant.cli.option.UrlText;
import dev.hydrant.cli.terraform.TerraformProgram;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.run.RecordKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Looks, before anything is deployed, whether it can be. */
@Command(
        name = "doctor",
        description =
                "Says what must hold before 'terraform apply', and the command that mends what does not. Changes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionText.class,
            description = "AWS region (default: what the environment and the profile say)")
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "NAME", description = "AWS profile (default: as for every AWS tool)")
    private @Nullable String profile;

    @Option(
            names = "--terraform",
            paramLabel = "DIR",
            defaultValue = "terraform",
            description = "Hydrant's Terraform folder (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Option(
            names = "--lambda-jar",
            paramLabel = "FILE",
            description =
                    "the Lambda jar, from the current folder; Terraform's lambda_jar counts from Terraform's folder"
                            + " (default: generator-lambda/target/generator-lambda.jar beside that folder)")
    private @Nullable Path jar;

    @Option(
            names = "--stack-name",
            paramLabel = "NAME",
            defaultValue = "hydrant",
            description = "as stack_name is to be (default: ${DEFAULT-VALUE})")
    private String stackName;

    @Option(
            names = "--access-mode",
            paramLabel = "MODE",
            defaultValue = "lake_formation",
            description = "as access_mode is to be: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private AccessMode accessMode;

    @Option(
            names = "--lake-formation-role",
            paramLabel = "NAME",
            defaultValue = "S3TablesRoleForLakeFormation",
            description = "as lake_formation_role is to be (default: ${DEFAULT-VALUE})")
    private String lakeFormationRole;

    @Option(
            names = "--encryption",
            paramLabel = "true|false",
            arity = "1",
            defaultValue = "true",
            description = "as encryption is to be (default: ${DEFAULT-VALUE})")
    private boolean encryption;

    @Option(names = "--alarm-email", paramLabel = "ADDRESS", description = "as alarm_email is to be (default: none)")
    private @Nullable String alarmEmail;

    @Option(
            names = "--records",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "sensor,ses,dynamodb",
            converter = KindText.class,
            description = "as pipelines is to be (default: ${DEFAULT-VALUE})")
    private List<RecordKind> kinds;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "200",
            converter = RateText.class,
            description = "records a second of each stream, 0.000001 to 10000000 (default: ${DEFAULT-VALUE})")
    private ConstantRate rate;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            converter = ShardsText.class,
            description = "as shards is to be, 0 to 100 (default: ${DEFAULT-VALUE})")
    private int shards;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = UrlText.class,
            description = "ask the AWS that answers here (default: AWS_ENDPOINT_URL, else AWS itself)")
    private @Nullable URI endpoint;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final TerraformProgram terraform;
    private final @Nullable AwsCredentialsProvider given;

    /** With the credentials that every AWS tool would take. */
    public DoctorCommand() {
        this(new TerraformProgram("terraform"), null);
    }

    DoctorCommand(TerraformProgram terraform, @Nullable AwsCredentialsProvider given) {
        this.terraform = terraform;
        this.given = given;
    }

    /** Terraform's values. */
    enum AccessMode {
        lake_formation,
        iam
    }

    @Override
    public Integer call() throws IOException {
        Path beside = folder.resolve("../generator-lambda/target/generator-lambda.jar")
                .normalize();
        Plan plan = new Plan(
                folder,
                Objects.requireNonNullElse(jar, beside),
                jar != null,
                stackName,
                kinds.stream().distinct().toList(),
                rate.rate(0),
                shards,
                accessMode == AccessMode.lake_formation,
                lakeFormationRole,
                encryption,
                alarmEmail);
        Map<String, Finding> findings;
        try (SdkHttpClient http = Apache5HttpClient.builder()
                .connectionTimeout(PATIENCE)
                .socketTimeout(PATIENCE)
                .build()) {
            findings = Doctor.examine(plan, terraform, credentials(), http, endpoints(), profile);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(toJson(findings));
        } else {
            print(findings, out);
        }
        return count(findings, Finding.Verdict.FAIL) == 0 ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private AwsCredentialsProvider credentials() {
        if (given != null) {
            return given;
        }
        DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
        if (profile != null) {
            builder.profileName(profile);
        }
        return builder.build();
    }

    private @Nullable AwsEndpoints endpoints() {
        if (region != null) {
            return new AwsEndpoints(endpoint, System.getenv(), Region.of(region));
        }
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            if (profile != null) {
                chain.profileName(profile);
            }
            return new AwsEndpoints(endpoint, System.getenv(), chain.build().getRegion());
        } catch (SdkClientException e) {
            return null;
        }
    }

    private static void print(Map<String, Finding> findings, PrintWriter out) {
        findings.forEach((name, finding) -> {
            out.printf("%-7s  %-21s  %s%n", finding.verdict(), name, finding.says());
            finding.mend().lines().forEach(line -> out.println(" ".repeat(9) + "-> " + line));
        });
        out.printf(
                "%d ok, %d would fail, %d skipped%n",
                count(findings, Finding.Verdict.OK),
                count(findings, Finding.Verdict.FAIL),
                count(findings, Finding.Verdict.SKIPPED));
    }

    private static String toJson(Map<String, Finding> findings) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        for (Finding.Verdict verdict : Finding.Verdict.values()) {
            answer.put(verdict.name().toLowerCase(Locale.ROOT), count(findings, verdict));
        }
        ObjectNode checks = answer.putObject("checks");
        findings.forEach((name, finding) -> checks.putObject(name)
                .put("verdict", finding.verdict().toString())
                .put("says", finding.says())
                .put("mend", finding.mend()));
        return answer.toString();
    }

    private static long count(Map<String, Finding> findings, Finding.Verdict verdict) {
        return findings.values().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }
}
