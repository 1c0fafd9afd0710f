package dev.hydrant.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.ExitCode;
import dev.hydrant.lambda.GeneratorHandler;
import dev.hydrant.lambda.SesRouter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/** Each check is seen to pass and to fail, over HTTP; a failure says what is wrong and how it is mended. */
class DoctorTest extends DoctorOnStandIn {

    @Test
    void whereEverythingHoldsEveryLineIsOkAndNothingIsChanged() throws IOException {
        aws.refused.clear();
        Answer answer = examine(terraform("1.9.0", "6.29.0"), KEYS);
        assertThat(answer.code()).as(answer.out()).isEqualTo(ExitCode.DONE);
        List<String> lines = answer.out().lines().toList();
        assertThat(lines).hasSize(12).last().isEqualTo("11 ok, 0 would fail, 0 skipped");
        assertThat(lines.subList(0, 11)).allMatch(line -> line.startsWith("ok       "));
        Set<String> asked = new TreeSet<>(aws.calls);
        assertThat(asked)
                .allMatch(call ->
                        call.matches("Get.*|Simulate.*|GET .*|POST /GetDataLakeSettings|POST /DescribeResource"));
    }

    @Test
    void missingCredentialsAreToldAndWhatNeedsThemIsSkipped() throws IOException {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("none");
        };
        Answer answer = examine(terraform("1.12.0", ""), none, "--json");
        fails(answer, "credentials", "there are none", "aws configure sso");
        for (String check :
                List.of("region", "s3 tables integration", "lake formation", "permissions", "stream quota")) {
            isSkipped(answer, check, "needs credentials");
        }
        assertThat(answer.check("jar").path("verdict").asText()).isEqualTo("ok");
        aws.refused.add("GetCallerIdentity");
        fails(json("--profile=dev"), "credentials", "AccessDenied", "aws sso login --profile dev");
    }

    @Test
    void anAccessKeyThatIsWrongIsEnteredAnewAndASessionThatEndedBegunAnew() throws IOException {
        for (String code : List.of("InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException")) {
            aws.answers.put("GetCallerIdentity", AwsStandIn.error(code, "Action="));
            Answer answer = json("--profile=dev");
            fails(answer, "credentials", code, "aws configure --profile dev");
            assertThat(answer.check("credentials").path("mend").asText()).doesNotContain("sso");
        }
        aws.answers.put("GetCallerIdentity", AwsStandIn.error("ExpiredToken", "Action="));
        fails(json(), "credentials", "ExpiredToken", "aws sso login");
    }

    @Test
    void aRegionThatLooksLikeNoneIsAUsageError() throws IOException {
        for (String wrong : List.of("Virginia", "us-east-1a", "us-east", "")) {
            StringWriter said = new StringWriter();
            CommandLine line = new CommandLine(new DoctorCommand(ABSENT, KEYS));
            line.setErr(new PrintWriter(said, true));
            assertThat(line.execute("--region=" + wrong)).as(wrong).isEqualTo(ExitCode.USAGE);
            assertThat(said.toString())
                    .contains("'" + wrong + "' is not a region: allowed is a region's code such as us-east-1");
        }
        assertThat(aws.calls).isEmpty();
    }

    @Test
    void aRegionThatAwsDoesNotHaveIsToldWhereNoHostAnswers() throws IOException {
        endpoint = URI.create("http://sts.invalid");
        region = "us-esat-1";
        Answer answer = json();
        fails(answer, "region", "us-esat-1 is no region of AWS", "hydrant doctor --region us-east-1");
        isSkipped(answer, "credentials", "needs credentials and a region");
        isSkipped(answer, "permissions", "needs credentials and a region");
        region = "us-east-1";
        fails(json(), "credentials", "AWS cannot be reached", "curl https://sts.amazonaws.com");
    }

    @Test
    void whatCouldNotBeAskedFails() throws IOException {
        aws.answers.put("GetCatalog", AwsStandIn.error("ThrottlingException", ""));
        aws.answers.put("POST /GetDataLakeSettings", "<html>");
        aws.answers.put("POST /DescribeResource", "");
        Answer answer = json();
        fails(answer, "s3 tables integration", "could not be asked: ThrottlingException: no", "hydrant doctor");
        fails(answer, "lake formation", "could not be asked: ", "hydrant doctor");
        fails(answer, "tables' location", "could not be asked: an answer that is no JSON object", "hydrant doctor");
    }

    @Test
    void theRateMustFitTheStreamsOfTheRegion() throws IOException {
        assertThat(json("--rate=4000").code()).isZero();
        fails(
                json("--rate=5000"),
                "stream quota",
                "4,369 ses records of 1,200 bytes, and 5,000",
                "hydrant doctor --rate=4369\nterraform apply then needs -var=records_per_second=4369\nor ask for more: https");
        assertThat(json("--rate=5000", "--records=sensor,dynamodb").code()).isZero();
        region = "eu-central-1";
        fails(json("--rate=1000"), "stream quota", "1 MiB a second", "records_per_second=873");
    }

    @Test
    void theGeneratorsMustFitTheConcurrencyOfTheAccount() throws IOException {
        aws.concurrency = 10;
        assertThat(json("--shards=2").code()).isZero();
        assertThat(json("--shards=10", "--records=sensor").code())
                .as("readings have no transform")
                .isZero();
        fails(json("--shards=10", "--records=ses"), "lambda quota", "11 concurrent", "--desired-value 1000");
        assertThat(json("--shards=0").check("lambda quota").path("says").asText())
                .startsWith("2 concurrent executions of Lambda are needed (0 shards start no generator, 2 transforms)");
        fails(
                json("--shards=3"),
                "lambda quota",
                "11 concurrent executions of Lambda are needed (3 shards of 3 pipelines, 2 transforms), 10 are allowed",
                "--quota-code L-B99A9384 --desired-value 1000");
        aws.refused.add("GetServiceQuota");
        assertThat(json("--shards=3").check("lambda quota").path("says").asText())
                .contains("1000 are allowed by default");
    }

    @Test
    void aRegionWithoutS3TablesFailsAndOneThatMayNotBeAskedPasses() throws IOException {
        aws.refused.add("GET /buckets");
        assertThat(json().check("region").path("verdict").asText()).isEqualTo("ok");
        AwsCalls nowhere = new AwsCalls(
                Apache5HttpClient.create(),
                AwsBasicCredentials.create("AKID", "secret"),
                new AwsEndpoints(URI.create("http://s3tables.invalid"), Map.of(), Region.of("mars-west-1")));
        Finding found = new TableBucketsCheck()
                .of(
                        new Account(nowhere, "mars-west-1", "aws", "1", "a", "b"),
                        new Plan(folder, folder, false, "hydrant", List.of(), 1, 1, true, "r", true, null));
        assertThat(found.verdict()).isEqualTo(Finding.Verdict.FAIL);
        assertThat(found.says()).contains("mars-west-1 has no S3 Tables");
    }

    @Test
    void terraformAndProviderMustBeAsNewAsTheFolderAsks() throws IOException {
        Answer old = examine(terraform("1.8.5", "5.100.0"), KEYS, "--json");
        fails(old, "terraform", "1.8.5 is too old: 1.9", "https://developer.hashicorp.com/terraform/install");
        fails(old, "provider", "5.100.0 is too old: 6.29.0", "init -upgrade");
        fails(examine(ABSENT, KEYS, "--json"), "terraform", "no program terraform", "install Terraform 1.9");
        isSkipped(examine(terraform("1.10.0-beta1", ""), KEYS, "--json"), "provider", "none is chosen yet");
        assertThat(examine(terraform("1.10.0-beta1", ""), KEYS).code()).isZero();
    }

    @Test
    void theJarMustHoldTheHandlers() throws IOException {
        jar(GeneratorHandler.class, SesRouter.class);
        fails(json(), "jar", "does not hold dev.hydrant.lambda.DynamoDbCsv", "./mvnw -pl generator-lambda -am package");
        Files.writeString(folder.resolve("lambda.jar"), "no zip");
        fails(json(), "jar", "cannot be read", "package");
        Files.delete(folder.resolve("lambda.jar"));
        fails(json(), "jar", "is not there", "package -DskipTests\nhydrant doctor, without --lambda-jar");
        Path built = folder.resolveSibling("generator-lambda/target/generator-lambda.jar");
        Finding found = JarCheck.of(built, false);
        assertThat(found.mend()).as("what is to be there is made").endsWith("package -DskipTests");
    }
}
