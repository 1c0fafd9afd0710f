package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationDescription;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.IcebergDestinationDescription;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.ProcessingConfiguration;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.S3BackupMode;

/** Streams with a transform, and streams into S3, made and described by the AWS SDK. */
final class ProcessingConfigurationTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/r";
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:upper:live";

    @TempDir
    static Path folder;

    private static LocalFirehose firehose;
    private static FirehoseClient client;

    @BeforeAll
    static void start() throws Exception {
        firehose = LocalFirehose.start(LocalFirehoseSettings.of(folder)
                .withPort(0)
                .withFunction(
                        "upper",
                        endpoint -> new ScriptedFunction(call -> call.each(item -> item.ok(
                                "{\"message_id\":\"%s\"}".formatted(item.text()), "mail", "click_log", "insert")))));
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
    void aStreamIntoTablesWithATransformNeedsNoTableOfItsOwn() throws Exception {
        ProcessingConfiguration processing = lambda("LambdaArn", ARN, "BufferIntervalInSeconds", "0", "RoleArn", ROLE);
        client.createDeliveryStream(create -> create.deliveryStreamName("routed")
                .icebergDestinationConfiguration(iceberg -> iceberg.roleARN(ROLE)
                        .catalogConfiguration(
                                catalog -> catalog.catalogARN("arn:aws:glue:us-east-1:000000000000:catalog"))
                        .processingConfiguration(processing)
                        .s3Configuration(s3 -> s3.roleARN(ROLE).bucketARN("arn:aws:s3:::errors"))));
        client.putRecord(
                put -> put.deliveryStreamName("routed").record(data -> data.data(SdkBytes.fromUtf8String("7"))));
        firehose.flush("routed", Duration.ofSeconds(30));

        assertThat(Landed.column(folder, "mail", "click_log", "message_id")).containsExactly("7");
        IcebergDestinationDescription description = client.describeDeliveryStream(
                        describe -> describe.deliveryStreamName("routed"))
                .deliveryStreamDescription()
                .destinations()
                .get(0)
                .icebergDestinationDescription();
        assertThat(description.processingConfiguration()).isEqualTo(processing);
        assertThat(description.destinationTableConfigurationList()).isEmpty();
    }

    @Test
    void aStreamIntoS3IsDescribedWithWhatWasAskedAndTheDefaults() {
        ProcessingConfiguration processing = lambda("LambdaArn", ARN, "BufferSizeInMBs", "0.5", "NumberOfRetries", "1");
        create(
                "objects",
                s3 -> s3.processingConfiguration(processing)
                        .prefix("a/!{timestamp:yyyy}/")
                        .errorOutputPrefix("e/!{firehose:error-output-type}/")
                        .compressionFormat(CompressionFormat.GZIP)
                        .fileExtension(".csv.gz")
                        .bufferingHints(hints -> hints.sizeInMBs(128)));

        ExtendedS3DestinationDescription description = client.describeDeliveryStream(
                        describe -> describe.deliveryStreamName("objects"))
                .deliveryStreamDescription()
                .destinations()
                .get(0)
                .extendedS3DestinationDescription();

        assertThat(description.processingConfiguration()).isEqualTo(processing);
        assertThat(description.prefix()).isEqualTo("a/!{timestamp:yyyy}/");
        assertThat(description.errorOutputPrefix()).isEqualTo("e/!{firehose:error-output-type}/");
        assertThat(description.compressionFormat()).isEqualTo(CompressionFormat.GZIP);
        assertThat(description.fileExtension()).isEqualTo(".csv.gz");
        assertThat(description.bufferingHints().sizeInMBs()).isEqualTo(128);
        assertThat(description.bufferingHints().intervalInSeconds()).isEqualTo(300);
        assertThat(description.s3BackupMode()).isEqualTo(S3BackupMode.DISABLED);
        assertThat(description.bucketARN()).isEqualTo("arn:aws:s3:::b");
    }

    static Stream<Arguments> wrongParameters() {
        return Stream.of(
                wrong("'nope' is not registered: registered are [upper]", "LambdaArn", ARN.replace("upper", "nope")),
                wrong("LambdaArn arn:aws:lambda: allowed is arn:aws:lambda:REGION", "LambdaArn", "arn:aws:lambda"),
                wrong("needs the parameter LambdaArn", "NumberOfRetries", "3"),
                wrong("NumberOfRetries 301: allowed 0 to 300", "LambdaArn", ARN, "NumberOfRetries", "301"),
                wrong("NumberOfRetries '1.5': allowed is a whole", "LambdaArn", ARN, "NumberOfRetries", "1.5"),
                wrong("size 3.1 MB: allowed 0.2 to 3.0", "LambdaArn", ARN, "BufferSizeInMBs", "3.1"),
                wrong("size 0.1 MB: allowed 0.2 to 3.0", "LambdaArn", ARN, "BufferSizeInMBs", "0.1"),
                wrong("BufferSizeInMBs 'NaN': allowed is a decimal", "LambdaArn", ARN, "BufferSizeInMBs", "NaN"),
                wrong("interval 901 s: allowed 0 to 900", "LambdaArn", ARN, "BufferIntervalInSeconds", "901"),
                wrong("interval -1 s: allowed 0 to 900", "LambdaArn", ARN, "BufferIntervalInSeconds", "-1"),
                wrong("ParameterName Delimiter: allowed for", "LambdaArn", ARN, "Delimiter", "x"));
    }

    private static Arguments wrong(String message, String... parameters) {
        return Arguments.of(lambda(parameters), message);
    }

    @ParameterizedTest
    @MethodSource("wrongParameters")
    void aWrongParameterIsNamed(ProcessingConfiguration processing, String message) {
        assertThatThrownBy(() -> create("new", s3 -> s3.processingConfiguration(processing)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(message);
        assertThat(client.listDeliveryStreams().deliveryStreamNames()).doesNotContain("new");
    }

    static Stream<Arguments> wrongDestinations() {
        return Stream.of(
                wrong(s3 -> s3.bucketARN("b"), "Value 'b' at 'extendedS3DestinationConfiguration.bucketARN'"),
                wrong(s3 -> s3.roleARN(null), "Value 'null' at 'extendedS3DestinationConfiguration.roleARN'"),
                wrong(s3 -> s3.compressionFormat("LZ"), "enum value set: [UNCOMPRESSED, GZIP, ZIP,"),
                wrong(s3 -> s3.compressionFormat("ZIP"), "CompressionFormat ZIP is not supported"),
                wrong(
                        s3 -> s3.fileExtension("csv"),
                        "Value 'csv' at 'extendedS3DestinationConfiguration.fileExtension'"),
                wrong(s3 -> s3.prefix("/a"), "Prefix '/a': allowed is a key"),
                wrong(s3 -> s3.prefix("!{timestamp:yyyy}/"), "ErrorOutputPrefix must be specified"),
                wrong(
                        s3 -> s3.prefix("!{partitionKeyFromLambda:a}/"),
                        "expression !{partitionKeyFromLambda:a}: allowed"),
                wrong(
                        s3 -> s3.prefix("!{firehose:error-output-type}/"),
                        "allowed are !{timestamp:PATTERN}, !{firehose:random-string}"),
                wrong(s3 -> s3.errorOutputPrefix("!{timestamp:yyyy}/"), "must contain !{firehose:error-output-type}"),
                wrong(s3 -> s3.bufferingHints(hints -> hints.sizeInMBs(129)), "Value '129' at"),
                wrong(s3 -> s3.customTimeZone("Asia/Tokyo"), "CustomTimeZone Asia/Tokyo is not supported"),
                wrong(s3 -> s3.s3BackupMode(S3BackupMode.ENABLED), "S3BackupMode Enabled is not supported"),
                wrong(
                        s3 -> s3.dynamicPartitioningConfiguration(partitioning -> partitioning.enabled(true)),
                        "DynamicPartitioningConfiguration is not supported"),
                wrong(
                        s3 -> s3.processingConfiguration(processor("AppendDelimiterToRecord")),
                        "the local Firehose takes one of type Lambda"),
                wrong(
                        s3 -> s3.processingConfiguration(processor("Magic")),
                        "processingConfiguration.processors.1.member.type"));
    }

    private static Arguments wrong(Consumer<ExtendedS3DestinationConfiguration.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest
    @MethodSource("wrongDestinations")
    void aWrongDestinationIsNamed(Consumer<ExtendedS3DestinationConfiguration.Builder> change, String message) {
        assertThatThrownBy(() -> create("new", change))
                .isInstanceOf(FirehoseException.class)
                .hasMessageContaining(message);
    }

    private static void create(String name, Consumer<ExtendedS3DestinationConfiguration.Builder> change) {
        client.createDeliveryStream(create -> create.deliveryStreamName(name).extendedS3DestinationConfiguration(s3 -> {
            s3.roleARN(ROLE).bucketARN("arn:aws:s3:::b");
            change.accept(s3);
        }));
    }

    /** @param parameters names and values in turn */
    private static ProcessingConfiguration lambda(String... parameters) {
        List<ProcessorParameter> list = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            list.add(ProcessorParameter.builder()
                    .parameterName(parameters[i])
                    .parameterValue(parameters[i + 1])
                    .build());
        }
        return processor("Lambda", list);
    }

    private static ProcessingConfiguration processor(String type) {
        return processor(type, List.of());
    }

    private static ProcessingConfiguration processor(String type, List<ProcessorParameter> parameters) {
        return ProcessingConfiguration.builder()
                .enabled(true)
                .processors(
                        Processor.builder().type(type).parameters(parameters).build())
                .build();
    }
}
