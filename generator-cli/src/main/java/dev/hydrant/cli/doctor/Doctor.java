package dev.hydrant.cli.doctor;

import dev.hydrant.cli.terraform.TerraformProgram;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** All checks, in the order in which one needs the other. */
final class Doctor {

    private static final Finding NO_ACCOUNT = Finding.skipped("needs credentials and a region");

    /** Of an access key that is wrong, not of a session that has ended. */
    private static final Set<String> KEY_ERRORS =
            Set.of("InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException");

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
        doctor.findings.put("jar", JarCheck.of(plan.jar(), plan.ownJar()));
        return doctor.findings;
    }

    private void account(
            AwsCredentialsProvider provider, SdkHttpClient http, @Nullable AwsEndpoints endpoints, String profile) {
        Account account = null;
        Region unknown = null;
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
            String mend = KEY_ERRORS.stream().anyMatch(e::is) ? "aws configure" : "aws sso login";
            findings.put("credentials", Finding.fail(String.valueOf(e.getMessage()), mend + profile));
        } catch (UnknownHostException e) {
            if (endpoints != null && !Region.regions().contains(endpoints.region())) {
                findings.put("credentials", NO_ACCOUNT);
                unknown = endpoints.region();
            } else {
                findings.put("credentials", unreachable(e));
            }
        } catch (IOException e) {
            findings.put("credentials", unreachable(e));
        }
        if (endpoints == null) {
            findings.put(
                    "region",
                    Finding.fail(
                            "none is known: not by --region, AWS_REGION or a profile",
                            "hydrant doctor --region us-east-1"));
        } else if (unknown != null) {
            findings.put("region", Finding.fail(unknown + " is no region of AWS", "hydrant doctor --region us-east-1"));
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

    private static Finding unreachable(IOException e) {
        return Finding.fail("AWS cannot be reached: " + e, "curl https://sts.amazonaws.com");
    }

    private void check(String name, Check check, @Nullable Account account) {
        try {
            findings.put(name, account == null ? NO_ACCOUNT : check.of(account, plan));
        } catch (IOException e) {
            // What nobody looked at may be amiss.
            findings.put(name, Finding.fail("could not be asked: " + e.getMessage(), "hydrant doctor"));
        }
    }
}
