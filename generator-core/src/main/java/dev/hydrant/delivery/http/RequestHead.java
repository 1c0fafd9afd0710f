package dev.hydrant.delivery.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Request line and headers as they go over the wire (RFC 9112, sections 2 to 5). */
final class RequestHead {

    private RequestHead() {}

    static boolean tellsLength(SdkHttpRequest request) {
        return request.firstMatchingHeader("Content-Length").isPresent();
    }

    static byte[] of(SdkHttpRequest request) {
        return bytes(start(request), request);
    }

    /** @param length of the body, which the request's own headers don't tell */
    static byte[] of(SdkHttpRequest request, int length) {
        StringBuilder head = start(request);
        header(head, "Content-Length", Integer.toString(length));
        return bytes(head, request);
    }

    private static StringBuilder start(SdkHttpRequest request) {
        StringBuilder head = new StringBuilder(1024)
                .append(request.method())
                .append(' ')
                .append(request.encodedPath().isEmpty() ? "/" : request.encodedPath());
        request.encodedQueryParameters().ifPresent(query -> head.append('?').append(query));
        head.append(" HTTP/1.1\r\n");
        if (request.firstMatchingHeader("Host").isEmpty()) {
            header(head, "Host", Origin.of(request).authority());
        }
        return head;
    }

    private static byte[] bytes(StringBuilder head, SdkHttpRequest request) {
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            header.getValue().forEach(value -> header(head, header.getKey(), value));
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
