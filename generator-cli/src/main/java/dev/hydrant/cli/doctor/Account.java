package dev.hydrant.cli.doctor;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Who asks, and where.
 *
 * @param caller ARN of the credentials, of a session where a role is assumed
 * @param principal ARN of the user, or of the role itself: what Lake Formation and IAM know
 */
record Account(AwsCalls calls, String region, String partition, String id, String caller, String principal) {

    private static final Pattern CALLER = Pattern.compile("arn:([a-z-]+):(?:iam|sts)::(\\d{12}):(.+)");
    private static final Pattern SESSION = Pattern.compile("assumed-role/([^/]+)/.+");

    /** AWS documentation of GetCallerIdentity, which needs no permission. */
    static Account of(AwsCalls calls, String region) throws IOException {
        Element answer = calls.query("sts", "2011-06-15", "GetCallerIdentity", Map.of());
        String arn = AwsCalls.text(answer, "Arn");
        Matcher caller = CALLER.matcher(arn);
        if (!caller.matches()) {
            throw new IOException("the caller's ARN is '%s'".formatted(arn));
        }
        String partition = caller.group(1);
        String id = caller.group(2);
        Matcher session = SESSION.matcher(caller.group(3));
        String principal = session.matches() ? role(calls, partition, id, session.group(1)) : arn;
        return new Account(calls, region, partition, id, arn, principal);
    }

    /** The path of a role, as single sign-on gives it one, stands only in the role's own ARN. */
    private static String role(AwsCalls calls, String partition, String id, String name) throws IOException {
        try {
            String arn = AwsCalls.text(calls.query("iam", "2010-05-08", "GetRole", Map.of("RoleName", name)), "Arn");
            if (!arn.isEmpty()) {
                return arn;
            }
        } catch (AwsError e) {
            // Not allowed to look: most roles have no path.
        }
        return "arn:%s:iam::%s:role/%s".formatted(partition, id, name);
    }

    boolean isRoot() {
        return principal.endsWith(":root");
    }

    /** The last part of its ARN. */
    String principalName() {
        return principal.substring(principal.lastIndexOf('/') + 1);
    }

    boolean isUser() {
        return principal.contains(":user/");
    }
}
