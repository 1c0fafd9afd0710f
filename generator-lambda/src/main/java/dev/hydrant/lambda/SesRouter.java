package dev.hydrant.lambda;

import dev.hydrant.lambda.ses.SesRows;
import dev.hydrant.lambda.ses.SesTable;
import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.lambda.setting.Setting;
import dev.hydrant.lambda.transform.PutBack;
import dev.hydrant.lambda.transform.Transform;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Firehose transform: events of Amazon SES as rows of one table for each event type.
 *
 * <pre>
 *   HYDRANT_DATABASE      the tables' database, default email_event
 *   HYDRANT_EVENT_TYPES   the types to take, parted by commas, default Send,Open,Click; others are ProcessingFailed
 * </pre>
 */
public final class SesRouter extends TransformHandler {

    private final Environment environment;

    /** For Lambda: configured by its environment. */
    public SesRouter() {
        this(System.getenv(), putBackOnLambda());
        register();
    }

    /** For any other place that runs the function. */
    public SesRouter(Map<String, String> environment, PutBack putBack) {
        super(putBack);
        this.environment = new Environment(environment);
    }

    @Override
    Transform transform() {
        return new SesRows(database(), eventTypes());
    }

    private String database() {
        Setting database = environment.setting("HYDRANT_DATABASE", "email_event");
        // Names of Firehose's Iceberg destination (AWS documentation of DestinationTableConfiguration).
        if (!database.value().matches("[a-zA-Z0-9._]{1,255}")) {
            throw database.wrong("1 to 255 of a-z A-Z 0-9 . _ (no hyphen)");
        }
        return database.value();
    }

    private Set<SesTable> eventTypes() {
        Setting list = environment.setting("HYDRANT_EVENT_TYPES", "Send,Open,Click");
        Set<SesTable> types = EnumSet.noneOf(SesTable.class);
        for (String type : list.value().split(",", -1)) {
            types.add(SesTable.of(type.strip()).orElseThrow(() -> list.wrong(allowed())));
        }
        return types;
    }

    private static String allowed() {
        return Stream.of(SesTable.values())
                .map(SesTable::eventType)
                .collect(Collectors.joining(", ", "one or more, parted by commas, of ", ""));
    }

    @Override
    String sample() {
        return """
                {"eventType": "Send", "mail": {"timestamp": "2026-01-01T00:00:00.000Z", "messageId": "sample",
                "source": "a@example.com", "destination": ["b@example.com"], "tags": {"a": ["b"]}}, "send": {}}""";
    }
}
