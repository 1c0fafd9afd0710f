package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether the caller may do what apply and destroy do, by IAM's own simulator (AWS documentation of SimulatePrincipalPolicy). It knows the
 * caller's policies and permissions boundary, not those of the organization or of resources.
 */
final class PermissionsCheck implements Check {

    private static final int SHOWN = 6;

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
        String kind = account.isUser() ? "user" : "role";
        return "aws iam put-%s-policy --%s-name %s --policy-name %s-apply --policy-document '{\"Version\":\"2012-10-17\",\"Statement\":[%s]}'"
                .formatted(kind, kind, account.principalName(), plan.stackName(), String.join(",", statements));
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
                if (plan.lakeFormation() || !actions.get(0).startsWith("lakeformation:")) {
                    groups.add(new Group(resource(group.required("resource").asText(), account, plan), actions));
                }
            }
        }
        return groups;
    }

    private static String resource(String pattern, Account account, Plan plan) {
        return pattern.replace("PARTITION", account.partition())
                .replace("REGION", account.region())
                .replace("ACCOUNT", account.id())
                .replace("STACK", plan.stackName());
    }
}
