package dev.hydrant.cli.doctor;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Where each service answers: at the one endpoint named; at AWS_ENDPOINT_URL_SERVICE or AWS_ENDPOINT_URL, as every SDK does; else at AWS.
 *
 * @param all of all services, or null
 */
record AwsEndpoints(@Nullable URI all, Map<String, String> environment, Region region) {

    /** @param service as in AWS's host names, such as servicequotas */
    URI of(String service) {
        if (all != null) {
            return all;
        }
        String variable = service.equals("servicequotas") ? "SERVICE_QUOTAS" : service.toUpperCase(Locale.ROOT);
        String said = environment.getOrDefault("AWS_ENDPOINT_URL_" + variable, environment.get("AWS_ENDPOINT_URL"));
        return said != null
                ? URI.create(said)
                : URI.create("https://" + ServiceMetadata.of(service).endpointFor(region));
    }

    /** The region that requests are signed for: IAM has one for all. */
    String signingRegion(String service) {
        return ServiceMetadata.of(service).signingRegion(region).id();
    }
}
