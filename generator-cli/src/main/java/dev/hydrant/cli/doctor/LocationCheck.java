package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Whether Lake Formation knows the tables' location: it hands out credentials of the role registered there, and Firehose reaches the tables
 * with them (AWS documentation, "Creating an S3 Tables catalog").
 */
final class LocationCheck implements Check {

    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"lakeformation.amazonaws.com\"},"
            + "\"Action\":[\"sts:AssumeRole\",\"sts:SetContext\",\"sts:SetSourceIdentity\"],"
            + "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"%s\"}}}]}";
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":["
            + "{\"Effect\":\"Allow\",\"Action\":[\"s3tables:ListTableBuckets\"],\"Resource\":\"*\"},"
            + "{\"Effect\":\"Allow\",\"Action\":[\"s3tables:CreateTableBucket\",\"s3tables:GetTableBucket\","
            + "\"s3tables:CreateNamespace\",\"s3tables:GetNamespace\",\"s3tables:ListNamespaces\",\"s3tables:DeleteNamespace\","
            + "\"s3tables:CreateTable\",\"s3tables:DeleteTable\",\"s3tables:GetTable\",\"s3tables:ListTables\",\"s3tables:RenameTable\","
            + "\"s3tables:UpdateTableMetadataLocation\",\"s3tables:GetTableMetadataLocation\",\"s3tables:GetTableData\","
            + "\"s3tables:PutTableData\"],\"Resource\":\"%s\"}]}";

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        if (!plan.lakeFormation()) {
            return Finding.skipped("access_mode iam needs none");
        }
        String location =
                "arn:%s:s3tables:%s:%s:bucket/*".formatted(account.partition(), account.region(), account.id());
        try {
            JsonNode resource = account.calls()
                    .rest(
                            "lakeformation",
                            SdkHttpMethod.POST,
                            "/DescribeResource",
                            "{\"ResourceArn\":\"" + location + "\"}")
                    .path("ResourceInfo");
            return registered(account, plan, location, resource);
        } catch (AwsError e) {
            if (e.is("EntityNotFoundException")) {
                return Finding.fail(
                        "Lake Formation does not know %s".formatted(location),
                        register(account, plan.lakeFormationRole(), location));
            }
            if (e.isDenied()) {
                return Finding.skipped(
                        "lakeformation:DescribeResource is not allowed, so nobody can say whether it is registered");
            }
            throw e;
        }
    }

    private static Finding registered(Account account, Plan plan, String location, JsonNode resource) {
        String role = resource.path("RoleArn").asText();
        String says = "%s is registered with %s".formatted(location, role);
        // Where the answer does not tell, nobody can say.
        if (!resource.path("WithFederation").asBoolean(true)) {
            return Finding.fail(
                    says + " without federation, and s3tablescatalog is a federated catalog",
                    "aws lakeformation update-resource --region %s --resource-arn '%s' --role-arn %s --with-federation"
                            .formatted(account.region(), location, role));
        }
        String name = role.substring(role.lastIndexOf('/') + 1);
        if (plan.encryption() && !name.equals(plan.lakeFormationRole())) {
            return Finding.corrected(
                    "%s, and the key is to be for %s".formatted(says, plan.lakeFormationRole()),
                    "--lake-formation-role",
                    "lake_formation_role",
                    name);
        }
        return Finding.ok(says);
    }

    private static String register(Account account, String role, String location) throws IOException {
        String arn = "arn:%s:iam::%s:role/%s".formatted(account.partition(), account.id(), role);
        String before = "";
        try {
            arn = AwsCalls.text(account.calls().query("iam", "2010-05-08", "GetRole", Map.of("RoleName", role)), "Arn");
        } catch (AwsError e) {
            before = "aws iam create-role --role-name %s --assume-role-policy-document '%s'\n"
                            .formatted(role, TRUST.formatted(account.id()))
                    + "aws iam put-role-policy --role-name %s --policy-name tables --policy-document '%s'\n"
                            .formatted(role, POLICY.formatted(location));
        }
        return before
                + "aws lakeformation register-resource --region %s --resource-arn '%s' --role-arn %s --with-federation"
                        .formatted(account.region(), location, arn);
    }
}
