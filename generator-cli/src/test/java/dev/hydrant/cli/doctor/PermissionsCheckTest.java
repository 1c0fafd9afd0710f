package dev.hydrant.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the caller may do, by the simulator; and the policy that allows what is missing. */
class PermissionsCheckTest extends DoctorOnStandIn {

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
}
