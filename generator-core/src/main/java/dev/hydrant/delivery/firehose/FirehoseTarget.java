package dev.hydrant.delivery.firehose;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which delivery stream to send to.
 *
 * @param stream its name: 1 to 64 of {@code a-z A-Z 0-9 _ . -} (AWS documentation of PutRecordBatch)
 * @param endpoint where Firehose answers, http or https, or null for AWS's own address of the region
 * @param region such as us-east-1, or null for what the environment and the profile say
 */
public record FirehoseTarget(
        String stream, @Nullable URI endpoint, @Nullable String region) {

    private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

    public FirehoseTarget {
        if (!STREAM.matcher(stream).matches()) {
            throw new IllegalArgumentException("stream '" + stream + "': allowed 1 to 64 of a-z A-Z 0-9 _ . -");
        }
        if (endpoint != null && (!isHttp(endpoint) || endpoint.getHost() == null)) {
            throw new IllegalArgumentException(
                    "endpoint '" + endpoint + "': allowed http or https with a host, such as http://127.0.0.1:4573");
        }
    }

    /** Whether the endpoint is on this machine, where no credentials are asked for. */
    public boolean isLoopback() {
        if (endpoint == null) {
            return false;
        }
        String host = endpoint.getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static boolean isHttp(URI endpoint) {
        return "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
    }
}
