package dev.hydrant.delivery.firehose;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.FirehoseClientBuilder;

/** Builds the SDK's client for a target. */
public final class FirehoseClients {

    /** How long one call may take before it counts as failed and is tried again. */
    private static final Duration CALL = Duration.ofSeconds(15);

    private FirehoseClients() {}

    /**
     * A client that calls the target and resends nothing by itself.
     *
     * @param http the program's own choice: each brings the one HTTP client that suits it
     */
    public static FirehoseClient open(FirehoseTarget target, SdkHttpClient.Builder<?> http) {
        FirehoseClientBuilder builder = FirehoseClient.builder()
                .httpClientBuilder(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL)
                        // Delivery resends only the records that failed; the SDK would repeat whole calls.
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new CallInterceptor())
                        .build());
        if (target.endpoint() != null) {
            builder.endpointOverride(target.endpoint());
        }
        if (target.isLoopback()) {
            builder.credentialsProvider(localCredentials()).region(localRegion(target));
        } else {
            builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
            if (target.region() != null) {
                builder.region(Region.of(target.region()));
            }
        }
        return builder.build();
    }

    /** What the user has set, else anything: on loopback nothing checks it, and asking the network for more would only take time. */
    private static AwsCredentialsProvider localCredentials() {
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    private static Region localRegion(FirehoseTarget target) {
        if (target.region() != null) {
            return Region.of(target.region());
        }
        try {
            return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1;
        }
    }
}
