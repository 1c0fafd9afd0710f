package dev.hydrant.lambda;

import dev.hydrant.lambda.dynamodb.CsvLines;
import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.lambda.setting.Setting;
import dev.hydrant.lambda.transform.PutBack;
import dev.hydrant.lambda.transform.Transform;
import java.util.Map;

/**
 * Firehose transform: changes of DynamoDB items, in the shape of Kinesis Data Streams for DynamoDB, as lines of CSV.
 *
 * <pre>
 *   HYDRANT_COLUMNS   paths parted by commas, default Keys.id,Keys.datetime: below dynamodb, or eventName, eventID, tableName
 *   HYDRANT_REMOVES   drop (default) or keep: what becomes of a REMOVE
 * </pre>
 *
 * <p>Values lose their DynamoDB types; maps, lists and sets are JSON text; what a change does not have is an empty field.
 * Names with a dot or a comma in them have no path.
 */
public final class DynamoDbCsv extends TransformHandler {

    private final Environment environment;

    /** For Lambda: configured by its environment. */
    public DynamoDbCsv() {
        this(System.getenv(), putBackOnLambda());
        register();
    }

    /** For any other place that runs the function. */
    public DynamoDbCsv(Map<String, String> environment, PutBack putBack) {
        super(putBack);
        this.environment = new Environment(environment);
    }

    @Override
    Transform transform() {
        Setting removes = environment.setting("HYDRANT_REMOVES", "drop");
        if (!removes.value().equals("drop") && !removes.value().equals("keep")) {
            throw removes.wrong("drop, keep");
        }
        Setting columns = environment.setting("HYDRANT_COLUMNS", "Keys.id,Keys.datetime");
        try {
            return new CsvLines(columns.value(), removes.value().equals("keep"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(columns.name() + " " + e.getMessage(), e);
        }
    }

    @Override
    String sample() {
        return """
                {"eventName": "INSERT", "dynamodb": {"Keys": {"id": {"S": "a"}, "datetime": {"N": "1"}}}}""";
    }
}
