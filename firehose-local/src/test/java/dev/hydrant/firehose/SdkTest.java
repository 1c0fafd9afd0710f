package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.BufferingHints;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.DestinationTableConfiguration;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.IcebergDestinationDescription;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** The AWS SDK for Java, unchanged, against the local Firehose. */
final class SdkTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static LocalFirehose firehose;
    private static FirehoseClient client;

    @BeforeAll
    static void start() throws Exception {
        firehose =
                LocalFirehose.start(LocalFirehoseSettings.of(folder).withPort(0).withBuffering(128, 900));
        client = FirehoseClient.builder()
                .endpointOverride(firehose.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        firehose.close();
    }

    @Test
    void recordsPutAreRowsAfterAFlush() throws Exception {
        List<Record> batch = LongStream.range(0, 500)
                .mapToObj(number -> data(WarehouseContents.fitting(number)))
                .toList();

        PutRecordBatchResponse response =
                client.putRecordBatch(put -> put.deliveryStreamName("sensors").records(batch));
        client.putRecord(put -> put.deliveryStreamName("sensors").record(data(WarehouseContents.fitting(500))));
        client.putRecord(put -> put.deliveryStreamName("sensors").record(data(WarehouseContents.unfitting(501))));
        firehose.flush("sensors", SOON);

        assertThat(response.failedPutCount()).isZero();
        assertThat(response.requestResponses())
                .extracting(PutRecordBatchResponseEntry::recordId)
                .hasSize(500)
                .doesNotHaveDuplicates();
        assertThat(WarehouseContents.rows(folder))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(0, 500).boxed().toList());
        assertThat(WarehouseContents.errors(folder)).containsExactly(501L);
        StreamMetrics metrics = firehose.metrics("sensors");
        assertThat(metrics.incomingRecords()).isEqualTo(502);
        assertThat(metrics.incomingPutRequests()).isEqualTo(3);
        assertThat(metrics.successfulRowCount()).isEqualTo(501);
        assertThat(metrics.failedRowCount()).isEqualTo(1);
        assertThat(metrics.backlogRecords()).isZero();
        assertThat(metrics.dataFreshness()).isZero();
        assertThat(metrics.lastError()).isEmpty();
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        List<Record> largest = IntStream.range(0, 4)
                .mapToObj(i -> Record.builder()
                        .data(SdkBytes.fromByteArray(new byte[1_024_000]))
                        .build())
                .toList();
        create("limits", "events");

        assertThat(client.putRecordBatch(put -> put.deliveryStreamName("limits").records(largest))
                        .requestResponses())
                .hasSize(4);
        assertThat(client.putRecord(put -> put.deliveryStreamName("limits").record(data("")))
                        .recordId())
                .isNotEmpty();
        client.deleteDeliveryStream(
                delete -> delete.deliveryStreamName("limits").allowForceDelete(true));
    }

    @Test
    void theModelledErrorsAreThrown() {
        List<Record> tooMuch =
                IntStream.range(0, 5).mapToObj(i -> data("x".repeat(900_000))).toList();
        List<Record> tooMany = IntStream.range(0, 501).mapToObj(i -> data("x")).toList();

        assertThatThrownBy(() -> client.putRecordBatch(
                        put -> put.deliveryStreamName("sensors").records(tooMuch)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Records size exceeds 4 MB limit");
        assertThatThrownBy(() -> client.putRecordBatch(
                        put -> put.deliveryStreamName("sensors").records(tooMany)))
                .isInstanceOfSatisfying(FirehoseException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                });
        assertThatThrownBy(() ->
                        client.putRecord(put -> put.deliveryStreamName("nope").record(data("x"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> create("sensors", "iot")).isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void aStreamIsMadeDescribedListedAndDeletedWithItsRecordsDelivered() throws Exception {
        create("mine", "other");

        DeliveryStreamDescription description = client.describeDeliveryStream(
                        describe -> describe.deliveryStreamName("mine"))
                .deliveryStreamDescription();
        assertThat(description.deliveryStreamStatus()).isEqualTo(DeliveryStreamStatus.ACTIVE);
        assertThat(description.deliveryStreamARN())
                .isEqualTo("arn:aws:firehose:us-east-1:000000000000:deliverystream/mine");
        assertThat(description.createTimestamp()).isNotNull();
        IcebergDestinationDescription iceberg =
                description.destinations().get(0).icebergDestinationDescription();
        assertThat(iceberg.bufferingHints())
                .isEqualTo(BufferingHints.builder()
                        .sizeInMBs(5)
                        .intervalInSeconds(300)
                        .build());
        assertThat(iceberg.s3DestinationDescription().errorOutputPrefix())
                .isEqualTo("bad/!{firehose:error-output-type}/");
        assertThat(client.listDeliveryStreams().deliveryStreamNames()).contains("mine", "sensors");
        assertThat(client.listDeliveryStreams(list -> list.limit(1)).hasMoreDeliveryStreams())
                .isTrue();

        client.putRecord(put -> put.deliveryStreamName("mine").record(data("not json")));
        client.deleteDeliveryStream(delete -> delete.deliveryStreamName("mine"));

        assertThat(folder.resolve("s3/errors/bad/iceberg-failed")).isDirectoryContaining("glob:**mine-1-*");
        assertThat(client.listDeliveryStreams().deliveryStreamNames()).doesNotContain("mine");
        assertThat(folder.resolve(".hydrant/streams/mine")).doesNotExist();
        assertThatThrownBy(() ->
                        client.putRecord(put -> put.deliveryStreamName("mine").record(data("x"))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static void create(String name, String database) {
        client.createDeliveryStream(create -> create.deliveryStreamName(name)
                .icebergDestinationConfiguration(iceberg -> iceberg.roleARN("arn:aws:iam::000000000000:role/r")
                        .catalogConfiguration(
                                catalog -> catalog.catalogARN("arn:aws:glue:us-east-1:000000000000:catalog"))
                        .destinationTableConfigurationList(DestinationTableConfiguration.builder()
                                .destinationDatabaseName(database)
                                .destinationTableName("click_log")
                                .build())
                        .s3Configuration(s3 -> s3.roleARN("arn:aws:iam::000000000000:role/r")
                                .bucketARN("arn:aws:s3:::errors")
                                .errorOutputPrefix("bad/!{firehose:error-output-type}/"))));
    }

    private static Record data(String text) {
        return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
    }
}
