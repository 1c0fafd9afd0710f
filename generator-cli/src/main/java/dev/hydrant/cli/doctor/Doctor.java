package dev.hydrant.cli.doctor;

import dev.hydrant.cli.terraform.TerraformProgram;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;

/** All checks, in the order in which one needs the other. */
final class Doctor {

    private static final Finding NO_ACCOUNT = Finding.skipped("needs credentials and a region");

    private final Plan plan;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    private Doctor(Plan plan) {
        this.plan = plan;
    }

    /**
     * Looks at everything.
     *
     * @param endpoints null when no region is known
     * @param profile that the credentials are of, or null; only told
     */
    static Map<String, Finding> examine(
            Plan plan,
            TerraformProgram terraform,
            AwsCredentialsProvider credentials,
            SdkHttpClient http,
            @Nullable AwsEndpoints endpoints,
            @Nullable String profile)
            throws IOException {
        Doctor doctor = new Doctor(plan);
        doctor.account(credentials, http, endpoints, profile == null ? "" : " --profile " + profile);
        TerraformCheck versions = new TerraformCheck(plan.folder(), terraform);
        doctor.findings.put("terraform", versions.terraform());
        doctor.findings.put("provider", versions.provider());
        doctor.findings.put("jar", JarCheck.of(plan.jar()));
        return doctor.findings;
    }

    private void account(
            AwsCredentialsProvider provider, SdkHttpClient http, @Nullable AwsEndpoints endpoints, String profile) {
        Account account = null;
        try {
            AwsCredentials credentials = provider.resolveCredentials();
            if (endpoints == null) {
                findings.put("credentials", Finding.skipped("there are some; whose, needs a region"));
            } else {
                account = Account.of(
                        new AwsCalls(http, credentials, endpoints),
                        endpoints.region().id());
                findings.put("credentials", Finding.ok(account.caller()));
            }
        } catch (SdkClientException e) {
            findings.put(
                    "credentials",
                    Finding.fail(
                            "there are none: not in the environment, not in a profile, not from this machine",
                            "aws configure sso%s\nor, with an access key: aws configure%s"
                                    .formatted(profile, profile)));
        } catch (AwsError e) {
            findings.put("credentials", Finding.fail(String.valueOf(e.getMessage()), "aws sso login" + profile));
        } catch (IOException e) {
            findings.put("credentials", Finding.fail("AWS cannot be reached: " + e, "curl https://sts.amazonaws.com"));
        }
        if (endpoints == null) {
            findings.put(
                    "region",
                    Finding.fail(
                            "none is known: not by --region, AWS_REGION or a profile",
                            "hydrant doctor --region us-east-1"));
        } else {
            check("region", new TableBucketsCheck(), account);
        }
        check("s3 tables integration", new CatalogCheck(), account);
        check("lake formation", new LakeFormationCheck(), account);
        check("tables' location", new LocationCheck(), account);
        check("permissions", new PermissionsCheck(), account);
        check("stream quota", new StreamQuotaCheck(), account);
        check("lambda quota", new ConcurrencyCheck(), account);
    }

    private void check(String name, Check check, @Nullable Account account) {
        try {
            findings.put(name, account == null ? NO_ACCOUNT : check.of(account, plan));
        } catch (IOException e) {
            findings.put(name, Finding.skipped("could not be asked: " + e.getMessage()));
        }
    }
}
