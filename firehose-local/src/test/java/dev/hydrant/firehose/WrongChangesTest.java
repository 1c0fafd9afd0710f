package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.ConcurrentModificationException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.LimitExceededException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.firehose.model.Tag;
import software.amazon.awssdk.services.firehose.model.UpdateDestinationRequest;

/** Wrong changes of a stream get Firehose's errors, and the stream stays as it was. */
final class WrongChangesTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/r";
    private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/1234";
    private static final String ID = "destinationId-000000000001";

    @TempDir
    static Path folder;

    private static LocalFirehose firehose;
    private static FirehoseClient client;

    @BeforeAll
    static void start() throws Exception {
        firehose = LocalFirehose.start(LocalFirehoseSettings.of(folder).withPort(0));
        client = FirehoseClient.builder()
                .endpointOverride(firehose.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        client.createDeliveryStream(create -> create.deliveryStreamName("objects")
                .tags(tag("a", "1"), tag("b", ""))
                .extendedS3DestinationConfiguration(s3 -> s3.roleARN(ROLE).bucketARN("arn:aws:s3:::b")));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        firehose.close();
    }

    private static DeliveryStreamDescription described() {
        return client.describeDeliveryStream(describe -> describe.deliveryStreamName("objects"))
                .deliveryStreamDescription();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    static Stream<Arguments> wrong() {
        List<Tag> many = IntStream.range(0, 49).mapToObj(i -> tag("k" + i, "")).toList();
        return Stream.of(
                wrong(
                        ResourceNotFoundException.class,
                        "Firehose nope under account",
                        c -> c.updateDestination(u -> u.deliveryStreamName("nope")
                                .currentDeliveryStreamVersionId("1")
                                .destinationId(ID))),
                wrong(
                        ResourceNotFoundException.class,
                        "Firehose nope under account",
                        c -> c.tagDeliveryStream(
                                t -> t.deliveryStreamName("nope").tags(tag("a", "b")))),
                wrong(
                        ResourceNotFoundException.class,
                        "Firehose nope under account",
                        c -> c.listTagsForDeliveryStream(t -> t.deliveryStreamName("nope"))),
                wrong(
                        ResourceNotFoundException.class,
                        "Firehose nope under account",
                        c -> c.startDeliveryStreamEncryption(t -> t.deliveryStreamName("nope"))),
                wrong(
                        ConcurrentModificationException.class,
                        "current version id: 1 and specified version id: 7",
                        c -> c.updateDestination(update("7", ID)
                                .extendedS3DestinationUpdate(s3 -> s3.prefix("x/"))
                                .build())),
                wrong(
                        InvalidArgumentException.class,
                        "Destination Id destinationId-2 not found",
                        c -> c.updateDestination(update("1", "destinationId-2").build())),
                wrong(
                        InvalidArgumentException.class,
                        "takes one of IcebergDestinationUpdate and",
                        c -> c.updateDestination(update("1", ID).build())),
                wrong(
                        FirehoseException.class,
                        "Value 'one' at 'currentDeliveryStreamVersionId'",
                        c -> c.updateDestination(update("one", ID).build())),
                wrong(
                        FirehoseException.class,
                        "Value '129' at 'extendedS3DestinationUpdate.bufferingHints.sizeInMBs'",
                        c -> c.updateDestination(update("1", ID)
                                .extendedS3DestinationUpdate(s3 -> s3.bufferingHints(hints -> hints.sizeInMBs(129)))
                                .build())),
                wrong(
                        FirehoseException.class,
                        "Value 'null' at 'icebergDestinationUpdate.roleARN'",
                        c -> c.updateDestination(update("1", ID)
                                .icebergDestinationUpdate(i -> i.appendOnly(true))
                                .build())),
                wrong(
                        InvalidArgumentException.class,
                        "CompressionFormat ZIP is not supported",
                        c -> c.updateDestination(update("1", ID)
                                .extendedS3DestinationUpdate(s3 -> s3.compressionFormat("ZIP"))
                                .build())),
                wrong(
                        FirehoseException.class,
                        "Value 'aws:x' at 'tags.1.member.key'",
                        c -> c.tagDeliveryStream(
                                t -> t.deliveryStreamName("objects").tags(tag("aws:x", "")))),
                wrong(
                        FirehoseException.class,
                        "at 'tags' failed",
                        c -> c.tagDeliveryStream(
                                t -> t.deliveryStreamName("objects").tags(List.of()))),
                wrong(
                        LimitExceededException.class,
                        "would have 51 tags",
                        c -> c.tagDeliveryStream(
                                t -> t.deliveryStreamName("objects").tags(many))),
                wrong(
                        FirehoseException.class,
                        "Value '51' at 'limit'",
                        c -> c.listTagsForDeliveryStream(
                                t -> t.deliveryStreamName("objects").limit(51))),
                wrong(
                        FirehoseException.class,
                        "at 'tagKeys' failed",
                        c -> c.untagDeliveryStream(
                                t -> t.deliveryStreamName("objects").tagKeys(List.of()))),
                wrong(
                        InvalidArgumentException.class,
                        "KeyARN null: required with KeyType CUSTOMER_MANAGED_CMK",
                        c -> c.startDeliveryStreamEncryption(t -> t.deliveryStreamName("objects")
                                .deliveryStreamEncryptionConfigurationInput(
                                        i -> i.keyType(KeyType.CUSTOMER_MANAGED_CMK)))),
                wrong(
                        InvalidArgumentException.class,
                        "allowed with no other",
                        c -> c.startDeliveryStreamEncryption(t -> t.deliveryStreamName("objects")
                                .deliveryStreamEncryptionConfigurationInput(
                                        i -> i.keyType(KeyType.AWS_OWNED_CMK).keyARN(KEY)))),
                wrong(
                        FirehoseException.class,
                        "Value 'key' at 'deliveryStreamEncryptionConfigurationInput.keyARN'",
                        c -> c.startDeliveryStreamEncryption(t -> t.deliveryStreamName("objects")
                                .deliveryStreamEncryptionConfigurationInput(i ->
                                        i.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN("key")))));
    }

    private static UpdateDestinationRequest.Builder update(String version, String destination) {
        return UpdateDestinationRequest.builder()
                .deliveryStreamName("objects")
                .currentDeliveryStreamVersionId(version)
                .destinationId(destination);
    }

    private static Arguments wrong(
            Class<? extends FirehoseException> type, String message, Consumer<FirehoseClient> call) {
        return Arguments.of(message, type, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongRequestIsNamedAndChangesNothing(
            String message, Class<? extends FirehoseException> type, Consumer<FirehoseClient> call) {
        DeliveryStreamDescription before = described();
        assertThatThrownBy(() -> call.accept(client)).isInstanceOf(type).hasMessageContaining(message);
        assertThat(described()).isEqualTo(before);
    }
}
