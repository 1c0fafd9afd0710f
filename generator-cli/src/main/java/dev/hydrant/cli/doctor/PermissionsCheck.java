package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether the caller may do what apply and destroy do, by IAM's own simulator (AWS documentation of SimulatePrincipalPolicy). It knows the
 * caller's policies and permissions boundary, not those of the organization or of resources.
 */
final class PermissionsCheck implements Check {

    private static final int SHOWN = 6;

    /** Characters of all of a user's inline policies, and of a managed one (AWS documentation, "IAM and AWS STS quotas"). */
    private static final int USER_LIMIT = 2_048;

    private static final int MANAGED_LIMIT = 6_144;

    /** The role that IAM Identity Center makes of a permission set. */
    private static final Pattern PERMISSION_SET = Pattern.compile("AWSReservedSSO_(.+)_[^_]*");

    /** Actions on a resource, from permissions.json. */
    private record Group(String resource, List<String> actions) {}

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        if (account.isRoot()) {
            return Finding.skipped("the account's root user may do everything");
        }
        List<Group> groups = groups(account, plan);
        List<String> denied = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        int asked = 0;
        try {
            for (Group group : groups) {
                List<String> missing = denied(account, group);
                asked += group.actions().size();
                if (!missing.isEmpty()) {
                    denied.addAll(missing);
                    statements.add("{\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":\"%s\"}"
                            .formatted(String.join("\",\"", missing), group.resource()));
                }
            }
        } catch (AwsError e) {
            if (e.isDenied()) {
                return Finding.skipped("iam:SimulatePrincipalPolicy is not allowed, so nobody can say what else is");
            }
            throw e;
        }
        if (denied.isEmpty()) {
            return Finding.ok("all %d actions of apply and destroy are allowed (simulated)".formatted(asked));
        }
        String more = denied.size() > SHOWN ? " and %d more".formatted(denied.size() - SHOWN) : "";
        return Finding.fail(
                "%s may not %s%s"
                        .formatted(
                                account.principal(),
                                String.join(", ", denied.subList(0, Math.min(SHOWN, denied.size()))),
                                more),
                mend(account, plan, statements));
    }

    private static String mend(Account account, Plan plan, List<String> statements) {
        String policy = plan.stackName() + "-apply";
        String document = document(statements);
        Matcher permissionSet = PERMISSION_SET.matcher(account.principalName());
        if (!account.isUser() && permissionSet.matches()) {
            return "no command works on this role: in IAM Identity Center, add to permission set %s the inline policy %s"
                    .formatted(permissionSet.group(1), document);
        }
        if (account.isUser() && document.length() > USER_LIMIT) {
            return managed(account, policy, statements);
        }
        String kind = account.isUser() ? "user" : "role";
        return "aws iam put-%s-policy --%s-name %s --policy-name %s --policy-document '%s'"
                .formatted(kind, kind, account.principalName(), policy, document);
    }

    /** A policy, or as many as the statements need. */
    private static String managed(Account account, String name, List<String> statements) {
        List<String> lines = new ArrayList<>();
        List<String> rest = statements;
        for (int number = 1; !rest.isEmpty(); number++) {
            int fit = rest.size();
            while (fit > 1 && document(rest.subList(0, fit)).length() > MANAGED_LIMIT) {
                fit--;
            }
            String policy = number == 1 ? name : name + "-" + number;
            lines.add("aws iam create-policy --policy-name %s --policy-document '%s'"
                    .formatted(policy, document(rest.subList(0, fit))));
            lines.add("aws iam attach-user-policy --user-name %s --policy-arn arn:%s:iam::%s:policy/%s"
                    .formatted(account.principalName(), account.partition(), account.id(), policy));
            rest = rest.subList(fit, rest.size());
        }
        return String.join("\n", lines);
    }

    private static String document(List<String> statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(String.join(",", statements));
    }

    private static List<String> denied(Account account, Group group) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("PolicySourceArn", account.principal());
        parameters.put("ResourceArns.member.1", group.resource());
        parameters.put("MaxItems", "1000");
        int number = 0;
        for (String action : group.actions()) {
            parameters.put("ActionNames.member." + ++number, action);
        }
        Element answer = account.calls().query("iam", "2010-05-08", "SimulatePrincipalPolicy", parameters);
        List<String> denied = new ArrayList<>(group.actions());
        NodeList names = answer.getElementsByTagName("EvalActionName");
        for (int i = 0; i < names.getLength(); i++) {
            if (AwsCalls.text((Element) names.item(i).getParentNode(), "EvalDecision")
                    .equals("allowed")) {
                denied.remove(names.item(i).getTextContent().strip());
            }
        }
        return denied;
    }

    private static List<Group> groups(Account account, Plan plan) throws IOException {
        List<Group> groups = new ArrayList<>();
        try (InputStream in = PermissionsCheck.class.getResourceAsStream("/terraform/permissions.json")) {
            if (in == null) {
                throw new IllegalStateException("the build left out terraform/permissions.json");
            }
            for (JsonNode group : new ObjectMapper().readTree(in)) {
                List<String> actions = new ArrayList<>();
                group.required("actions").forEach(action -> actions.add(action.asText()));
                if (isNeeded(group.path("for").asText(), plan)) {
                    groups.add(new Group(resource(group.required("resource").asText(), account, plan), actions));
                }
            }
        }
        return groups;
    }

    /** @param what input of Terraform that makes the actions needed; empty when all plans need them */
    private static boolean isNeeded(String what, Plan plan) {
        return switch (what) {
            case "" -> true;
            case "encryption" -> plan.encryption();
            case "alarm_email" -> plan.alarmEmail() != null;
            case "lake_formation" -> plan.lakeFormation();
            default -> throw new IllegalStateException("permissions.json has actions for '%s'".formatted(what));
        };
    }

    private static String resource(String pattern, Account account, Plan plan) {
        return pattern.replace("PARTITION", account.partition())
                .replace("REGION", account.region())
                .replace("ACCOUNT", account.id())
                .replace("STACK", plan.stackName());
    }
}
