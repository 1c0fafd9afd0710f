package dev.hydrant.cli.outlet;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.delivery.http.SocketHttpClient;
import dev.hydrant.firehose.LocalFirehoseSettings;
import dev.hydrant.firehose.StreamSettings;
import dev.hydrant.lambda.DynamoDbCsv;
import dev.hydrant.lambda.SesRouter;
import dev.hydrant.lambda.ses.SesTable;
import dev.hydrant.lambda.transform.Backoff;
import dev.hydrant.lambda.transform.PutBack;
import dev.hydrant.run.RecordKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a local Firehose has from the start, one for each kind of records: sensors into the table {@code sensors}, SES
 * events by {@link SesRouter} into theirs, DynamoDB changes by {@link DynamoDbCsv} into a folder. The functions take their
 * configuration from the environment, as they do on Lambda.
 */
public final class LocalStreams {

    private static final String ROUTER = "SesRouter";
    private static final String CSV = "DynamoDbCsv";
    private static final String SES_DATABASE = "email_event";
    private static final String CSV_BUCKET = "dynamodb-csv";

    private LocalStreams() {}

    /** A local Firehose with these streams; port 0 takes a free one. */
    public static LocalFirehoseSettings settings(Path warehouse, int port, BufferingOptions buffering) {
        int mebibytes = buffering.mebibytes();
        int seconds = buffering.seconds();
        return LocalFirehoseSettings.of(warehouse)
                .withPort(port)
                .withBuffering(mebibytes, seconds)
                .withFunction(ROUTER, endpoint -> new SesRouter(System.getenv(), putBack(endpoint)))
                .withFunction(CSV, endpoint -> new DynamoDbCsv(System.getenv(), putBack(endpoint)))
                .withStream(StreamSettings.toRoutedTables(RecordKind.SES.stream(), SES_DATABASE, "send_log", ROUTER)
                        .withBuffering(mebibytes, seconds))
                .withStream(StreamSettings.toFolder(RecordKind.DYNAMODB.stream(), CSV_BUCKET, "", CSV)
                        .withBuffering(mebibytes, seconds));
    }

    /** The table, {@code namespace.table}, that takes all records of a type and no others; null when that can't be said. */
    static @Nullable String place(RecordKind kind, String type) {
        String database = System.getenv().getOrDefault("HYDRANT_DATABASE", SES_DATABASE);
        return kind == RecordKind.SES
                ? SesTable.of(type).map(table -> database + "." + table.table()).orElse(null)
                : null;
    }

    private static PutBack putBack(URI endpoint) {
        return new PutBack(
                stream -> FirehoseClients.open(new FirehoseTarget(stream, endpoint, null), SocketHttpClient.builder()),
                Backoff.blueprint(bound -> ThreadLocalRandom.current().nextLong(bound + 1)),
                Thread::sleep);
    }
}
