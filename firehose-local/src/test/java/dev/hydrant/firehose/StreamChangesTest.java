package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DestinationTableConfiguration;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.ProcessingConfiguration;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.ProcessorParameterName;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.Tag;
import software.amazon.awssdk.services.firehose.model.UpdateDestinationRequest;

/** What can be changed of a stream while it works, by the AWS SDK, and that it is still so after a restart. */
final class StreamChangesTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/r";
    private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/1234";
    private static final String ID = "destinationId-000000000001";

    @TempDir
    Path folder;

    private LocalFirehose firehose;
    private FirehoseClient client;

    @BeforeEach
    void start() throws Exception {
        firehose = LocalFirehose.start(LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction(
                        "UpperCase",
                        endpoint -> new ScriptedFunction(call -> call.each(item -> item.ok(item.text() + "!")))));
        client = FirehoseClient.builder()
                .endpointOverride(firehose.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        firehose.close();
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    private void createObjects() {
        client.createDeliveryStream(create -> create.deliveryStreamName("objects")
                .tags(tag("a", "1"), tag("b", ""))
                .deliveryStreamEncryptionConfigurationInput(
                        input -> input.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(KEY))
                .extendedS3DestinationConfiguration(s3 -> s3.roleARN(ROLE)
                        .bucketARN("arn:aws:s3:::b")
                        .prefix("before/")
                        .cloudWatchLoggingOptions(logging ->
                                logging.enabled(true).logGroupName("g").logStreamName("s"))
                        .bufferingHints(hints -> hints.sizeInMBs(5).intervalInSeconds(900))));
    }

    private DeliveryStreamDescription described(String stream) {
        return client.describeDeliveryStream(describe -> describe.deliveryStreamName(stream))
                .deliveryStreamDescription();
    }

    private void update(String stream, String version, Consumer<UpdateDestinationRequest.Builder> change) {
        client.updateDestination(update -> {
            update.deliveryStreamName(stream)
                    .currentDeliveryStreamVersionId(version)
                    .destinationId(ID);
            change.accept(update);
        });
    }

    private void put(String text) throws Exception {
        client.putRecord(
                put -> put.deliveryStreamName("objects").record(data -> data.data(SdkBytes.fromUtf8String(text))));
    }

    private List<String> delivered() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("s3/b"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("s3/b").relativize(file).getName(0) + " " + read(file))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Invoked for every put. */
    private static ProcessingConfiguration lambda(String arn) {
        return ProcessingConfiguration.builder()
                .enabled(true)
                .processors(Processor.builder()
                        .type(ProcessorType.LAMBDA)
                        .parameters(
                                parameter(ProcessorParameterName.LAMBDA_ARN, arn),
                                parameter(ProcessorParameterName.BUFFER_INTERVAL_IN_SECONDS, "0"))
                        .build())
                .build();
    }

    private static ProcessorParameter parameter(ProcessorParameterName name, String value) {
        return ProcessorParameter.builder()
                .parameterName(name)
                .parameterValue(value)
                .build();
    }

    private static DestinationTableConfiguration sensorsOf(String database) {
        return DestinationTableConfiguration.builder()
                .destinationDatabaseName(database)
                .destinationTableName("sensors")
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void anUpdateTakesEffectForWhatIsBufferedAndLeavesWhatItDoesNotName() throws Exception {
        createObjects();
        put("one");
        ProcessingConfiguration processing =
                lambda("arn:aws:lambda:us-east-1:123456789012:function:stack-upper-case:live");
        update(
                "objects",
                "1",
                to -> to.extendedS3DestinationUpdate(s3 -> s3.prefix("after/")
                        .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(0))
                        .processingConfiguration(processing)));
        restart();
        put("two");
        firehose.flush("objects", Duration.ofSeconds(30));
        assertThat(delivered()).containsExactly("after two!", "before one");

        DeliveryStreamDescription stream = described("objects");
        assertThat(stream.versionId()).isEqualTo("2");
        var s3 = stream.destinations().get(0).extendedS3DestinationDescription();
        assertThat(s3.bufferingHints().intervalInSeconds()).isZero();
        assertThat(s3.processingConfiguration()).isEqualTo(processing);
        assertThat(s3.bucketARN()).isEqualTo("arn:aws:s3:::b");
        assertThat(s3.cloudWatchLoggingOptions().logGroupName()).isEqualTo("g");

        ProcessingConfiguration none =
                ProcessingConfiguration.builder().enabled(false).build();
        update("objects", "2", to -> to.extendedS3DestinationUpdate(back -> back.processingConfiguration(none)));
        put("three");
        firehose.flush("objects", Duration.ofSeconds(30));
        assertThat(delivered()).containsExactly("after three", "after two!", "before one");
        assertThat(described("objects").versionId()).isEqualTo("3");
    }

    @Test
    void tagsAndEncryptionAreListedAndDescribedAfterARestartAndAnUpdate() throws Exception {
        createObjects();
        client.tagDeliveryStream(change -> change.deliveryStreamName("objects").tags(tag("b", "2"), tag("c", "3")));
        client.untagDeliveryStream(
                change -> change.deliveryStreamName("objects").tagKeys("a", "z"));
        update("objects", "1", to -> to.extendedS3DestinationUpdate(s3 -> s3.prefix("p/")));
        restart();
        assertThat(client.listTagsForDeliveryStream(list -> list.deliveryStreamName("objects"))
                        .tags())
                .containsExactly(tag("b", "2"), tag("c", "3"));
        var page = client.listTagsForDeliveryStream(
                list -> list.deliveryStreamName("objects").limit(1));
        assertThat(page.hasMoreTags()).isTrue();
        assertThat(client.listTagsForDeliveryStream(
                                list -> list.deliveryStreamName("objects").exclusiveStartTagKey("b"))
                        .tags())
                .containsExactly(tag("c", "3"));
        var encryption = described("objects").deliveryStreamEncryptionConfiguration();
        assertThat(encryption.status()).isEqualTo(DeliveryStreamEncryptionStatus.ENABLED);
        assertThat(encryption.keyARN()).isEqualTo(KEY);

        client.stopDeliveryStreamEncryption(stop -> stop.deliveryStreamName("objects"));
        assertThat(described("objects").deliveryStreamEncryptionConfiguration().status())
                .isEqualTo(DeliveryStreamEncryptionStatus.DISABLED);
        client.startDeliveryStreamEncryption(start -> start.deliveryStreamName("objects"));
        restart();
        assertThat(described("objects").deliveryStreamEncryptionConfiguration().keyType())
                .isEqualTo(KeyType.AWS_OWNED_CMK);
        assertThat(described("objects").versionId()).isEqualTo("2");
    }

    @Test
    void aStreamIntoTablesMovesToAnotherTableOnceWhatItHoldsIsDelivered() throws Exception {
        client.createDeliveryStream(create -> create.deliveryStreamName("tables")
                .icebergDestinationConfiguration(iceberg -> iceberg.roleARN(ROLE)
                        .appendOnly(true)
                        .catalogConfiguration(catalog -> catalog.catalogARN(
                                "arn:aws:glue:us-east-1:123456789012:catalog/s3tablescatalog/hydrant-1"))
                        .destinationTableConfigurationList(sensorsOf("one"))
                        .s3Configuration(s3 -> s3.roleARN(ROLE).bucketARN("arn:aws:s3:::errors"))));
        String record = "{\"sensor_id\":\"%s\",\"timestamp\":1700000000}";
        client.putRecord(put -> put.deliveryStreamName("tables")
                .record(data -> data.data(SdkBytes.fromUtf8String(record.formatted("a")))));
        update(
                "tables",
                "1",
                to -> to.icebergDestinationUpdate(iceberg -> iceberg.retryOptions(retry -> retry.durationInSeconds(60))
                        .destinationTableConfigurationList(sensorsOf("two"))));
        client.putRecord(put -> put.deliveryStreamName("tables")
                .record(data -> data.data(SdkBytes.fromUtf8String(record.formatted("b")))));
        firehose.flush("tables", Duration.ofSeconds(30));
        assertThat(Landed.column(folder, "one", "sensors", "sensor_id")).containsExactly("a");
        assertThat(Landed.column(folder, "two", "sensors", "sensor_id")).containsExactly("b");
        var iceberg = described("tables").destinations().get(0).icebergDestinationDescription();
        assertThat(iceberg.retryOptions().durationInSeconds()).isEqualTo(60);
        assertThat(iceberg.appendOnly()).isTrue();
    }

    @Test
    void putsDuringUpdatesAreTakenOrRefusedAndNeverLost() throws Exception {
        createObjects();
        Thread updates = new Thread(() -> IntStream.rangeClosed(1, 20)
                .forEach(version -> update(
                        "objects",
                        Integer.toString(version),
                        to -> to.extendedS3DestinationUpdate(s3 -> s3.bufferingHints(
                                hints -> hints.sizeInMBs(1 + version).intervalInSeconds(900))))));
        updates.start();
        // The SDK sends again what was refused.
        for (int i = 0; i < 500; i++) {
            put("x");
        }
        updates.join();
        firehose.flush("objects", Duration.ofSeconds(30));
        assertThat(delivered().stream().mapToInt(each -> each.length() - "before ".length()))
                .satisfies(lengths -> assertThat(
                                lengths.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(500));
        assertThat(described("objects").versionId()).isEqualTo("21");
    }
}
