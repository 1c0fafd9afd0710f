package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Whether S3 Tables are integrated with AWS's analytics services, and in the access mode that is to be applied: Firehose reaches tables
 * through the region's {@code s3tablescatalog} (AWS documentation, "Integrating with Amazon S3 Tables").
 */
final class CatalogCheck implements Check {

    private static final String EVERYONE = "IAM_ALLOWED_PRINCIPALS";
    private static final String ALLOWED =
            "[{\"Principal\":{\"DataLakePrincipalIdentifier\":\"" + EVERYONE + "\"},\"Permissions\":[\"ALL\"]}]";

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        JsonNode catalog;
        try {
            catalog = account.calls()
                    .json("glue", "AWSGlue.GetCatalog", "{\"CatalogId\":\"s3tablescatalog\"}")
                    .path("Catalog");
        } catch (AwsError e) {
            if (e.is("EntityNotFoundException")) {
                return Finding.fail(
                        "S3 Tables are not integrated: %s has no catalog s3tablescatalog".formatted(account.region()),
                        create(account, plan));
            }
            if (e.isDenied()) {
                return Finding.skipped(
                        "glue:GetCatalog is not allowed, so nobody can say whether s3tablescatalog is there");
            }
            throw e;
        }
        boolean iam =
                catalog.path("CreateDatabaseDefaultPermissions").toString().contains(EVERYONE);
        if (iam == plan.lakeFormation()) {
            String mode = iam ? "iam" : "lake_formation";
            return Finding.corrected(
                    "s3tablescatalog uses access mode %s, and %s is to be applied"
                            .formatted(mode, plan.lakeFormation() ? "lake_formation" : "iam"),
                    "--access-mode",
                    "access_mode",
                    mode);
        }
        return Finding.ok("s3tablescatalog is there, access mode " + (iam ? "iam" : "lake_formation"));
    }

    private static String create(Account account, Plan plan) {
        String permissions = plan.lakeFormation() ? "[]" : ALLOWED;
        String input =
                "{\"FederatedCatalog\":{\"Identifier\":\"arn:%s:s3tables:%s:%s:bucket/*\",\"ConnectionName\":\"aws:s3tables\"},"
                                .formatted(account.partition(), account.region(), account.id())
                        + "\"CreateDatabaseDefaultPermissions\":%s,\"CreateTableDefaultPermissions\":%s}"
                                .formatted(permissions, permissions);
        return "aws glue create-catalog --region %s --name s3tablescatalog --catalog-input '%s'"
                .formatted(account.region(), input);
    }
}
