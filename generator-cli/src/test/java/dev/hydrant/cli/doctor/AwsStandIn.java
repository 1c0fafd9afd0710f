package dev.hydrant.cli.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of an account in which everything is as it should be, but for what a test changes. Refuses what is no look. */
final class AwsStandIn implements AutoCloseable {

    static final String ROLE = "arn:aws:iam::123456789012:role/aws-reserved/deployer";
    private static final String EVERYONE =
            "[{\"Principal\":{\"DataLakePrincipalIdentifier\":\"IAM_ALLOWED_PRINCIPALS\"},\"Permissions\":[\"ALL\"]}]";

    static {
        // Without it every answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    String caller = "arn:aws:sts::123456789012:assumed-role/deployer/me";
    String admins = "[{\"DataLakePrincipalIdentifier\":\"" + ROLE + "\"}]";
    boolean catalog = true;
    boolean iamMode;
    boolean location = true;
    String locationRole = "arn:aws:iam::123456789012:role/service-role/S3TablesRoleForLakeFormation";
    /** Null where the answer does not tell. */
    @Nullable
    Boolean federation = true;

    boolean vendingRole = true;
    double concurrency = 1_000;
    Set<String> missing = new HashSet<>();
    /** Whether the caller has no permission at all. */
    boolean nothingAllowed;
    /** Operations that the caller may not even ask. */
    Set<String> refused = new HashSet<>();
    /** What is answered to an operation instead. */
    Map<String, String> answers = new HashMap<>();

    final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    AwsStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String operation = target != null
                    ? target.replaceFirst(".*\\.", "")
                    : body.startsWith("Action=")
                            ? body.substring("Action=".length(), body.indexOf('&'))
                            : exchange.getRequestMethod() + " "
                                    + exchange.getRequestURI().getPath();
            calls.add(operation);
            String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean isSigned = signature.startsWith("AWS4-HMAC-SHA256 Credential=AKID/");
            String answer = !isSigned
                    ? error("MissingAuthenticationToken", body)
                    : refused.contains(operation)
                            ? error("AccessDeniedException", body)
                            : Objects.requireNonNullElseGet(answers.get(operation), () -> answer(operation, body));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    answer.contains("__type") || answer.contains("<Error>") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(String operation, String body) {
        return switch (operation) {
            case "GetCallerIdentity" ->
                "<R><GetCallerIdentityResult><Arn>" + caller + "</Arn></GetCallerIdentityResult></R>";
            case "GetRole" ->
                body.contains("S3TablesRole") && !vendingRole
                        ? error("NoSuchEntity", body)
                        : "<R><GetRoleResult><Role><Arn>" + ROLE + "</Arn></Role></GetRoleResult></R>";
            case "GET /buckets" -> "{\"tableBuckets\":[]}";
            case "GetCatalog" ->
                catalog
                        ? "{\"Catalog\":{\"Name\":\"s3tablescatalog\",\"CreateDatabaseDefaultPermissions\":"
                                + (iamMode ? EVERYONE : "[]") + "}}"
                        : "{\"__type\":\"EntityNotFoundException\",\"Message\":\"Catalog s3tablescatalog not found.\"}";
            case "POST /GetDataLakeSettings" ->
                "{\"DataLakeSettings\":{\"Parameters\":{\"CROSS_ACCOUNT_VERSION\":\"4\"},\"DataLakeAdmins\":" + admins
                        + "}}";
            case "POST /DescribeResource" ->
                location
                        ? "{\"ResourceInfo\":{\"RoleArn\":\"" + locationRole + "\""
                                + (federation == null ? "" : ",\"WithFederation\":" + federation) + "}}"
                        : "{\"__type\":\"EntityNotFoundException\",\"Message\":\"Entity not found\"}";
            case "GetServiceQuota" -> "{\"Quota\":{\"Value\":" + concurrency + "}}";
            case "SimulatePrincipalPolicy" -> simulated(body);
            default -> error("UnexpectedOperation", body);
        };
    }

    private String simulated(String body) {
        return Arrays.stream(body.split("&"))
                .filter(parameter -> parameter.startsWith("ActionNames"))
                .map(parameter -> URLDecoder.decode(parameter.replaceFirst(".*=", ""), StandardCharsets.UTF_8))
                .map(action -> "<member><EvalActionName>%s</EvalActionName><EvalDecision>%s</EvalDecision></member>"
                        .formatted(action, nothingAllowed || missing.contains(action) ? "implicitDeny" : "allowed"))
                .collect(Collectors.joining("", "<R><EvaluationResults>", "</EvaluationResults></R>"));
    }

    static String error(String code, String body) {
        return body.startsWith("Action=")
                ? "<R><Error><Code>" + code + "</Code><Message>no</Message></Error></R>"
                : "{\"__type\":\"com.amazonaws#" + code + "\",\"message\":\"no\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
