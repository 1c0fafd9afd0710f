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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/** Each check is seen to pass and to fail, over HTTP; a failure says what is wrong and how it is mended. */
class DoctorTest {

    private static final AwsCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));
    private static final TerraformProgram ABSENT = new TerraformProgram("/no/such/terraform");

    private static final String SIMULATE = "SimulatePrincipalPolicy";

    @TempDir
    private Path folder;

    private AwsStandIn aws;
    private URI endpoint;
    private String region = "us-east-1";

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

    private void jar(Class<?>... classes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("lambda.jar")))) {
            for (Class<?> each : classes) {
                zip.putNextEntry(new ZipEntry(each.getName().replace('.', '/') + ".class"));
            }
        }
    }

    private TerraformProgram terraform(String version, String provider) throws IOException {
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
    private record Answer(int code, String out) {

        JsonNode check(String name) {
            try {
                return new ObjectMapper().readTree(out).required("checks").required(name);
            } catch (IOException e) {
                throw new AssertionError(out, e);
            }
        }
    }

    private Answer examine(TerraformProgram terraform, AwsCredentialsProvider credentials, String... options) {
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

    private Answer json(String... options) throws IOException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        return examine(terraform("1.12.0", "6.66.0"), KEYS, all);
    }

    private void fails(Answer answer, String check, String says, String mend) {
        JsonNode found = answer.check(check);
        assertThat(found.path("verdict").asText()).as(answer.out()).isEqualTo("FAIL");
        assertThat(found.path("says").asText()).contains(says);
        assertThat(found.path("mend").asText()).contains(mend);
        assertThat(answer.code()).isEqualTo(ExitCode.NOT_DONE);
    }

    private void isSkipped(Answer answer, String check, String says) {
        JsonNode found = answer.check(check);
        assertThat(found.path("verdict").asText()).as(answer.out()).isEqualTo("skipped");
        assertThat(found.path("says").asText()).contains(says);
    }

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
    void anAccountWithoutTheIntegrationGetsTheCommandThatMakesIt() throws IOException {
        aws.catalog = false;
        fails(json(), "s3 tables integration", "no catalog s3tablescatalog", "\"CreateDatabaseDefaultPermissions\":[]");
        fails(
                json("--access-mode=iam"),
                "s3 tables integration",
                "us-east-1",
                "aws glue create-catalog --region us-east-1 --name s3tablescatalog --catalog-input "
                        + "'{\"FederatedCatalog\":{\"Identifier\":\"arn:aws:s3tables:us-east-1:123456789012:bucket/*\",");
        aws.refused.add("GetCatalog");
        isSkipped(json(), "s3 tables integration", "glue:GetCatalog is not allowed");
    }

    @Test
    void theCatalogMustUseTheAccessModeThatIsApplied() throws IOException {
        aws.iamMode = true;
        fails(
                json(),
                "s3 tables integration",
                "uses access mode iam, and lake_formation is to be applied",
                "hydrant doctor --access-mode=iam\nterraform apply then needs -var=access_mode=iam");
        assertThat(json().check("s3 tables integration").path("mend").asText()).doesNotContain("-chdir");
        assertThat(json("--access-mode=iam").code()).isZero();
    }

    @Test
    void theRoleItselfMustAdministerLakeFormationNotItsSession() throws IOException {
        aws.admins = "[{\"DataLakePrincipalIdentifier\":\"" + aws.caller + "\"}]";
        Answer answer = json();
        fails(answer, "lake formation", AwsStandIn.ROLE + " is no Lake Formation administrator", AwsStandIn.ROLE);
        assertThat(answer.check("lake formation").path("mend").asText())
                .as("what is there stays")
                .contains("CROSS_ACCOUNT_VERSION", aws.caller);
        isSkipped(json("--access-mode=iam"), "lake formation", "makes no grants");
        aws.refused.add("POST /GetDataLakeSettings");
        isSkipped(json(), "lake formation", "is not allowed");
    }

    @Test
    void theTablesLocationMustBeRegisteredWithARole() throws IOException {
        aws.location = false;
        fails(
                json(),
                "tables' location",
                "does not know arn:aws:s3tables:us-east-1:123456789012:bucket/*",
                "aws lakeformation register-resource");
        assertThat(json().check("tables' location").path("mend").asText()).doesNotContain("create-role");
        aws.vendingRole = false;
        fails(
                json(),
                "tables' location",
                "does not know",
                "aws iam create-role --role-name S3TablesRoleForLakeFormation");
        fails(
                json("--lake-formation-role=vending"),
                "tables' location",
                "does not know",
                "register-resource --region us-east-1 --resource-arn 'arn:aws:s3tables:us-east-1:123456789012:bucket/*' "
                        + "--role-arn " + AwsStandIn.ROLE);
        isSkipped(json("--access-mode=iam"), "tables' location", "needs none");
        aws.refused.add("POST /DescribeResource");
        isSkipped(json(), "tables' location", "is not allowed");
    }

    @Test
    void theKeyMustBeForTheRoleThatIsRegistered() throws IOException {
        aws.locationRole = "arn:aws:iam::123456789012:role/vending";
        Answer answer = json();
        fails(
                answer,
                "tables' location",
                "is registered with arn:aws:iam::123456789012:role/vending, and the key is to be for S3TablesRoleForLakeFormation",
                "hydrant doctor --lake-formation-role=vending\nterraform apply then needs -var=lake_formation_role=vending");
        assertThat(json("--lake-formation-role=vending").code()).isZero();
        assertThat(json("--encryption=false").code())
                .as("no key, no role for it")
                .isZero();
    }

    @Test
    void theLocationMustBeRegisteredWithFederation() throws IOException {
        aws.federation = false;
        fails(
                json(),
                "tables' location",
                "without federation",
                "aws lakeformation update-resource --region us-east-1 --resource-arn 'arn:aws:s3tables:us-east-1:123456789012:bucket/*' "
                        + "--role-arn " + aws.locationRole + " --with-federation");
        aws.federation = null;
        assertThat(json().code()).as("unknown").isZero();
    }

    @Test
    void permissionsAreThoseThatThePlanNeeds() throws IOException {
        aws.refused.clear();
        aws.missing.addAll(Set.of("sns:Subscribe", "sns:Unsubscribe"));
        assertThat(json().code()).as("no address, no topic").isZero();
        fails(
                json("--alarm-email=a@example.com"),
                "permissions",
                "may not sns:Subscribe, sns:Unsubscribe",
                "put-role-policy");
        aws.missing = Set.of("kms:CreateKey", "kms:CreateGrant");
        fails(json("--encryption=true"), "permissions", "may not kms:CreateKey, kms:CreateGrant", "put-role-policy");
        assertThat(json("--encryption", "false").code()).isZero();
        aws.missing = Set.of("lakeformation:ListPermissions");
        fails(json(), "permissions", "may not lakeformation:ListPermissions", "put-role-policy");
        aws.iamMode = true;
        assertThat(json("--access-mode=iam").code()).isZero();
    }

    @Test
    void aPolicyTooLongForAUserIsOneOfItsOwn() throws IOException {
        aws.refused.clear();
        aws.nothingAllowed = true;
        aws.caller = "arn:aws-us-gov:iam::123456789012:user/team/me";
        List<String> mend = json("--stack-name=a-twenty-letter-name", "--alarm-email=a@example.com")
                .check("permissions")
                .path("mend")
                .asText()
                .lines()
                .toList();
        List<String> arns = List.of(
                "arn:aws-us-gov:iam::123456789012:policy/a-twenty-letter-name-apply",
                "arn:aws-us-gov:iam::123456789012:policy/a-twenty-letter-name-apply-2");
        assertThat(mend)
                .as("what is longer than a managed policy may be is two")
                .hasSize(4);
        for (int i = 0; i < 2; i++) {
            String name = arns.get(i).replaceFirst(".*/", "");
            String document = mend.get(2 * i)
                    .replaceFirst("aws iam create-policy --policy-name " + name + " --policy-document '(.*)'", "$1");
            assertThat(new ObjectMapper().readTree(document).required("Statement"))
                    .isNotEmpty();
            assertThat(document).hasSizeLessThanOrEqualTo(6_144);
            assertThat(mend.get(2 * i + 1))
                    .isEqualTo("aws iam attach-user-policy --user-name me --policy-arn " + arns.get(i));
        }
        aws.caller = "arn:aws:iam::123456789012:user/me";
        assertThat(json("--stack-name=mine")
                        .check("permissions")
                        .path("mend")
                        .asText()
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("aws iam create-policy --policy-name mine-apply --policy-document '{");
    }

    @Test
    void theRoleOfAPermissionSetIsChangedInIdentityCenter() throws IOException {
        aws.refused.clear();
        aws.missing.add("iam:PassRole");
        aws.caller = "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Deploy_All_0123456789abcdef/me";
        aws.answers.put("GetRole", AwsStandIn.error("AccessDenied", "Action="));
        Answer answer = json();
        fails(
                answer,
                "permissions",
                "may not iam:PassRole",
                "in IAM Identity Center, add to permission set Deploy_All the inline policy {\"Version\"");
        assertThat(answer.check("permissions").path("mend").asText()).doesNotContain("aws iam");
    }

    @Test
    void actionsThatTheSimulatorDeniesAreNamedWithThePolicyThatAllowsThem() throws IOException {
        aws.refused.clear();
        aws.missing.addAll(Set.of("firehose:UpdateDestination", "iam:PassRole", "lakeformation:GrantPermissions"));
        Answer answer = json("--stack-name=mine");
        fails(
                answer,
                "permissions",
                "iam:PassRole, firehose:UpdateDestination",
                "aws iam put-role-policy --role-name deployer");
        assertThat(answer.check("permissions").path("mend").asText())
                .contains("\"Resource\":\"arn:aws:firehose:us-east-1:123456789012:deliverystream/mine-*\"");
        assertThat(json("--access-mode=iam").check("permissions").path("says").asText())
                .doesNotContain("lakeformation");
        aws.caller = "arn:aws:iam::123456789012:user/team/me";
        fails(json(), "permissions", "user/team/me may not", "put-user-policy --user-name me");
        aws.caller = "arn:aws:iam::123456789012:root";
        isSkipped(json(), "permissions", "root user");
        aws.caller = "arn:aws:sts::123456789012:assumed-role/deployer/me";
        aws.refused.add(SIMULATE);
        isSkipped(json(), "permissions", "iam:SimulatePrincipalPolicy is not allowed");
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
