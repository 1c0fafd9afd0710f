package dev.hydrant.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The checks of catalog, Lake Formation and location, each seen to pass and to fail. */
class LakeChecksTest extends DoctorOnStandIn {

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
}
