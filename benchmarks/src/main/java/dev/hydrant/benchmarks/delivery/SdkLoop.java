package dev.hydrant.benchmarks.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;

/** The SDK as its documentation shows it: a client, a list of records, putRecordBatch. */
public final class SdkLoop {

    private SdkLoop() {}

    /** Arguments: URL, file with a record a line, threads. */
    public static void main(String[] args) throws IOException {
        List<Record> records = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> Record.builder()
                        .data(SdkBytes.fromUtf8String(line + "\n"))
                        .build())
                .toList();
        int threads = Integer.parseInt(args[2]);
        try (FirehoseClient client = FirehoseClient.builder()
                .endpointOverride(URI.create(args[0]))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build()) {
            PutLoop.serve(Collections.nCopies(threads, () -> put(client, records)), records.size());
        }
    }

    private static void put(FirehoseClient client, List<Record> records) {
        PutRecordBatchResponse response = client.putRecordBatch(
                request -> request.deliveryStreamName("sensors").records(records));
        if (response.failedPutCount() > 0) {
            throw new IllegalStateException(response.failedPutCount() + " records were rejected");
        }
    }
}
