package dev.hydrant.delivery.http;

import software.amazon.awssdk.http.SdkHttpRequest;

/** Where a connection leads. */
record Origin(boolean secure, String host, int port) {

    static Origin of(SdkHttpRequest request) {
        return new Origin("https".equalsIgnoreCase(request.protocol()), request.host(), request.port());
    }

    /** As the Host header names it (RFC 9110, section 7.2). */
    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    /** Such as {@code http://127.0.0.1:4573}, for messages. */
    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority();
    }
}
