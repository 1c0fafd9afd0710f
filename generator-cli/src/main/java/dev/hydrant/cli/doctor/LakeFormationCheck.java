package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Whether the caller may grant: a Lake Formation administrator, for an assumed role the role itself. */
final class LakeFormationCheck implements Check {

    private static final String IDENTIFIER = "DataLakePrincipalIdentifier";

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        if (!plan.lakeFormation()) {
            return Finding.skipped("access_mode iam makes no grants");
        }
        JsonNode settings;
        try {
            settings = account.calls()
                    .rest("lakeformation", SdkHttpMethod.POST, "/GetDataLakeSettings", "{}")
                    .path("DataLakeSettings");
        } catch (AwsError e) {
            if (e.isDenied()) {
                return Finding.skipped(
                        "lakeformation:GetDataLakeSettings is not allowed, so nobody can say who administers");
            }
            throw e;
        }
        for (JsonNode admin : settings.path("DataLakeAdmins")) {
            if (admin.path(IDENTIFIER).asText().equals(account.principal())) {
                return Finding.ok(account.principal() + " administers Lake Formation");
            }
        }
        // The call replaces all settings, so those that are there are said again.
        ObjectNode mended =
                settings instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        mended.withArray("DataLakeAdmins").addObject().put(IDENTIFIER, account.principal());
        return Finding.fail(
                account.principal() + " is no Lake Formation administrator, and grants only administrators can make",
                "aws lakeformation put-data-lake-settings --region %s --data-lake-settings '%s'"
                        .formatted(account.region(), mended));
    }
}
