package dev.hydrant.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Calls of the few operations that the checks need, signed by the SDK's own signer. A client for each of six services would be 40 MB, and
 * not all of them are published in one version.
 */
final class AwsCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SdkHttpClient http;
    private final AwsCredentialsIdentity credentials;
    private final AwsEndpoints endpoints;

    AwsCalls(SdkHttpClient http, AwsCredentialsIdentity credentials, AwsEndpoints endpoints) {
        this.http = http;
        this.credentials = credentials;
        this.endpoints = endpoints;
    }

    /** An operation of a service with a JSON protocol, such as {@code AWSGlue.GetCatalog}. */
    JsonNode json(String service, String target, String body) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", target);
        return object(call(service, SdkHttpMethod.POST, "/", headers, body));
    }

    /** An operation of a service with a REST protocol. */
    JsonNode rest(String service, SdkHttpMethod method, String path, String body) throws IOException {
        return object(call(service, method, path, Map.of("Content-Type", "application/json"), body));
    }

    /** An operation of a service with the query protocol. */
    Element query(String service, String version, String action, Map<String, String> parameters) throws IOException {
        String body = "Action=" + action + "&Version=" + version
                + parameters.entrySet().stream()
                        .map(entry -> "&" + entry.getKey() + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return xml(call(service, SdkHttpMethod.POST, "/", headers, body));
    }

    /** What an element of that name holds, the first one; empty when there is none. */
    static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private byte[] call(String service, SdkHttpMethod method, String path, Map<String, String> headers, String body)
            throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(method)
                .uri(endpoints.of(service).resolve(path));
        headers.forEach(request::putHeader);
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoints.signingRegion(service)));
        HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(null))
                        .build())
                .call();
        byte[] answer = new byte[0];
        if (response.responseBody().isPresent()) {
            try (InputStream in = response.responseBody().get()) {
                answer = in.readAllBytes();
            }
        }
        if (!response.httpResponse().isSuccessful()) {
            String type = response.httpResponse()
                    .firstMatchingHeader("x-amzn-ErrorType")
                    .orElse("");
            throw error(type, answer, response.httpResponse().statusCode());
        }
        return answer;
    }

    /** The protocols write errors in three ways. */
    private static AwsError error(String header, byte[] answer, int status) {
        String code = header;
        String message = "status " + status;
        try {
            if (answer.length > 0 && answer[0] == '<') {
                Element error = xml(answer);
                code = text(error, "Code");
                message = text(error, "Message");
            } else if (answer.length > 0) {
                JsonNode error = JSON.readTree(answer);
                code = error.path("__type").asText(code);
                message = error.path("message").asText(error.path("Message").asText(message));
            }
        } catch (IOException e) {
            // Not of AWS's making: the status has to do.
        }
        return new AwsError(code.replaceAll(".*#|:.*", ""), message);
    }

    private static JsonNode object(byte[] answer) throws IOException {
        JsonNode read = JSON.readTree(answer);
        if (!read.isObject()) {
            throw new IOException("an answer that is no JSON object");
        }
        return read;
    }

    private static Element xml(byte[] answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("an answer that is no XML: " + e.getMessage(), e);
        }
    }
}
