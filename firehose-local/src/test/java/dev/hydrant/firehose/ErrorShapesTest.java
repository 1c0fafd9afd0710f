package dev.hydrant.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.firehose.RawClient.Answer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong requests get Firehose's errors: type, status and words, as clients parse them. */
final class ErrorShapesTest {

    private static final String REQUIRED =
            "\"RoleARN\":\"arn:aws:iam::000000000000:role/r\",\"CatalogConfiguration\":{},"
                    + "\"S3Configuration\":{\"RoleARN\":\"arn:aws:iam::000000000000:role/r\",\"BucketARN\":\"arn:aws:s3:::b\"%s}";

    @TempDir
    static Path folder;

    private static LocalFirehose firehose;
    private static RawClient client;

    @BeforeAll
    static void start() throws Exception {
        firehose = LocalFirehose.start(LocalFirehoseSettings.of(folder).withPort(0));
        client = new RawClient(firehose.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        firehose.close();
    }

    static Stream<Arguments> wrong() {
        String good = RawClient.batch("sensors", 1, 1);
        return Stream.of(
                wrong("Put", good, 400, "UnknownOperationException", "Firehose_20150804.Put"),
                wrong("PutRecordBatch", "", 400, "SerializationException", "START_OBJECT was expected"),
                wrong("PutRecordBatch", "x" + good, 400, "SerializationException", "Unrecognized token"),
                wrong("PutRecordBatch", good.substring(0, 50), 400, "SerializationException", "nexpected end-of-input"),
                wrong("PutRecordBatch", good + good, 400, "SerializationException", "where the end was expected"),
                wrong("PutRecordBatch", "[]", 400, "SerializationException", "START_ARRAY found at byte 1"),
                wrong("PutRecordBatch", good.replace("AA==", "?"), 400, "SerializationException", "base64"),
                wrong("PutRecordBatch", good.replace("AA==", "A"), 400, "SerializationException", "base64"),
                wrong(
                        "PutRecordBatch",
                        good.replace("\"AA==\"", "7"),
                        400,
                        "SerializationException",
                        "VALUE_STRING was expected"),
                wrong(
                        "PutRecordBatch",
                        "{}",
                        400,
                        "ValidationException",
                        "2 validation errors detected: Value 'null' at 'deliveryStreamName' failed to satisfy constraint: Member must not be null; Value 'null' at 'records'"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("sensors", 0, 0),
                        400,
                        "ValidationException",
                        "1 validation error detected: Value '[]' at 'records' failed to satisfy constraint: Member must have length greater than or equal to 1"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("sensors", 501, 10),
                        400,
                        "ValidationException",
                        "at 'records' failed to satisfy constraint: Member must have length less than or equal to 500"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("sensors", 1, 1_024_001),
                        400,
                        "ValidationException",
                        "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=1024001 cap=1024001]' at 'records.1.member.data' failed to satisfy constraint: Member must have length less than or equal to 1024000"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("sensors", 4, 1_000_000)
                                .replace("]}", ",{\"Data\":\"" + "A".repeat(259_072) + "AA==\"}]}"),
                        400,
                        "InvalidArgumentException",
                        "Records size exceeds 4 MB limit"),
                wrong(
                        "PutRecordBatch",
                        "{\"DeliveryStreamName\":\"sensors\",\"Records\":[{}]}",
                        400,
                        "ValidationException",
                        "at 'records.1.member.data' failed to satisfy constraint: Member must not be null"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("nope", 1, 1),
                        400,
                        "ResourceNotFoundException",
                        "Firehose nope under account 000000000000 not found."),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("not a name", 1, 1),
                        400,
                        "ValidationException",
                        "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("n".repeat(65), 1, 1),
                        400,
                        "ValidationException",
                        "Member must have length less than or equal to 64"),
                wrong(
                        "PutRecordBatch",
                        RawClient.batch("sensors", 10, 1_024_000),
                        413,
                        "RequestEntityTooLargeException",
                        "7340032"),
                wrong(
                        "PutRecord",
                        "{\"DeliveryStreamName\":\"sensors\"}",
                        400,
                        "ValidationException",
                        "at 'record' failed"),
                wrong(
                        "PutRecord",
                        "{\"DeliveryStreamName\":\"sensors\",\"Record\":{}}",
                        400,
                        "ValidationException",
                        "at 'record.data' failed"),
                wrong(
                        "DescribeDeliveryStream",
                        "{\"DeliveryStreamName\":\"nope\"}",
                        400,
                        "ResourceNotFoundException",
                        "nope"),
                wrong(
                        "DescribeDeliveryStream",
                        "{\"DeliveryStreamName\":7}",
                        400,
                        "SerializationException",
                        "DeliveryStreamName is 7: expected a string"),
                wrong(
                        "DeleteDeliveryStream",
                        "{\"DeliveryStreamName\":\"nope\"}",
                        400,
                        "ResourceNotFoundException",
                        "nope"),
                wrong("ListDeliveryStreams", "{\"Limit\":0}", 400, "ValidationException", "Value '0' at 'limit'"),
                wrong("ListDeliveryStreams", "{\"Limit\":1} {", 400, "SerializationException", ""),
                create(
                        "sensors",
                        "iot",
                        "sensors",
                        "",
                        "",
                        400,
                        "ResourceInUseException",
                        "Firehose sensors under accountId 000000000000 already exists"),
                create(
                        "new",
                        "iot",
                        "no_such_table",
                        "",
                        "",
                        400,
                        "InvalidArgumentException",
                        "Table iot.no_such_table does not exist"),
                create(
                        "new",
                        "iot",
                        "no-hyphen",
                        "",
                        "",
                        400,
                        "ValidationException",
                        "destinationTableConfigurationList.1.member.destinationTableName"),
                create("new", "..", "sensors", "", "", 400, "InvalidArgumentException", "DestinationDatabaseName .."),
                create("new", "s3", "sensors", "", "", 400, "InvalidArgumentException", "DestinationDatabaseName s3"),
                create("..", "iot", "sensors", "", "", 400, "InvalidArgumentException", "DeliveryStreamName .."),
                create(
                        "new",
                        "iot",
                        "sensors",
                        ",\"BufferingHints\":{\"SizeInMBs\":129}",
                        "",
                        400,
                        "ValidationException",
                        "bufferingHints.sizeInMBs' failed to satisfy constraint: Member must have value less than or equal to 128"),
                create(
                        "new",
                        "iot",
                        "sensors",
                        ",\"BufferingHints\":{\"IntervalInSeconds\":901}",
                        "",
                        400,
                        "ValidationException",
                        "bufferingHints.intervalInSeconds"),
                create(
                        "new",
                        "iot",
                        "sensors",
                        ",\"RetryOptions\":{\"DurationInSeconds\":7201}",
                        "",
                        400,
                        "ValidationException",
                        "retryOptions.durationInSeconds"),
                create(
                        "new",
                        "iot",
                        "sensors",
                        ",\"S3BackupMode\":\"AllData\"",
                        "",
                        400,
                        "InvalidArgumentException",
                        "S3BackupMode AllData is not supported"),
                create(
                        "new",
                        "iot",
                        "sensors",
                        "",
                        ",\"ErrorOutputPrefix\":\"!{timestamp:yyyy}/\"",
                        400,
                        "InvalidArgumentException",
                        "must contain !{firehose:error-output-type}"),
                create(
                        "new",
                        "iot",
                        "sensors",
                        "",
                        ",\"ErrorOutputPrefix\":\"../x/\"",
                        400,
                        "InvalidArgumentException",
                        "without '..'"),
                wrong(
                        "CreateDeliveryStream",
                        "{\"DeliveryStreamName\":\"new\"}",
                        400,
                        "InvalidArgumentException",
                        "IcebergDestinationConfiguration or ExtendedS3DestinationConfiguration only"),
                wrong(
                        "CreateDeliveryStream",
                        "{\"DeliveryStreamName\":\"new\",\"IcebergDestinationConfiguration\":{}}",
                        400,
                        "ValidationException",
                        "3 validation errors detected"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongRequestGetsFirehosesOwnError(String operation, String body, int status, String type, String message)
            throws Exception {
        Answer answer = client.call(operation, body);

        assertThat(answer.type()).as(answer.message()).isEqualTo(type);
        assertThat(answer.message()).contains(message);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.requestId()).hasSize(36);
    }

    @Test
    void aTargetOfAnotherServiceIsUnknown() throws Exception {
        assertThat(client.send("Kinesis_20131202.PutRecord", "{}").type()).isEqualTo("UnknownOperationException");
    }

    @Test
    void noRefusedRequestLeavesARecord() {
        assertThat(firehose.metrics("sensors").incomingRecords()).isZero();
        assertThat(firehose.metrics("sensors").backlogRecords()).isZero();
    }

    private static Arguments create(
            String stream,
            String database,
            String table,
            String iceberg,
            String s3,
            int status,
            String type,
            String message) {
        String body = ("{\"DeliveryStreamName\":\"%s\",\"IcebergDestinationConfiguration\":{" + REQUIRED.formatted(s3)
                        + ",\"DestinationTableConfigurationList\":[{\"DestinationTableName\":\"%s\",\"DestinationDatabaseName\":\"%s\"}]%s}}")
                .formatted(stream, table, database, iceberg);
        return wrong("CreateDeliveryStream", body, status, type, message);
    }

    private static Arguments wrong(String operation, String body, int status, String type, String message) {
        return Arguments.argumentSet(
                operation + " -> " + type + ": " + message, operation, body, status, type, message);
    }
}
