package dev.hydrant.delivery.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Status line and headers of an answer.
 *
 * @param lasting whether the connection may be used again
 */
record ResponseHead(int status, String reason, Map<String, List<String>> headers, boolean lasting) {

    /** The final answer's; interim ones (1xx) are passed over. */
    static ResponseHead read(Connection connection) throws IOException {
        ResponseHead head = one(connection);
        while (head.status < 200) {
            head = one(connection);
        }
        return head;
    }

    SdkHttpResponse toSdk() {
        return SdkHttpFullResponse.builder()
                .statusCode(status)
                .statusText(reason)
                .headers(headers)
                .build();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    private static ResponseHead one(Connection connection) throws IOException {
        String line = connection.line();
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException(connection.origin() + " answered '" + line + "', which is not HTTP/1.1");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = connection.line(); !header.isEmpty(); header = connection.line()) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new IOException(
                        connection.origin() + " answered '" + header + "', which is not a header");
            }
            headers.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>(1))
                    .add(header.substring(colon + 1).strip());
        }
        boolean lasting = parts[0].equals("HTTP/1.1")
                && headers.getOrDefault("Connection", List.of()).stream().noneMatch("close"::equalsIgnoreCase);
        return new ResponseHead(Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "", headers, lasting);
    }
}
