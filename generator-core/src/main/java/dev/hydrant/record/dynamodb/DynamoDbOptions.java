package dev.hydrant.record.dynamodb;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a stream of DynamoDB changes is like.
 *
 * @param tableName 3 to 255 of letters, digits, {@code _}, {@code -} and {@code .} (DynamoDB's naming rules)
 * @param awsRegion lower-case letters, digits and hyphens
 * @param meanModifications of an item, 0 to 20; their number is geometrically distributed
 * @param removed part of the items that are removed in the end, 0 to 1
 * @param meanInterval mean time between two changes of an item; it varies, one in a hundred more than 3.3 times as long
 */
public record DynamoDbOptions(
        String tableName, String awsRegion, double meanModifications, double removed, Duration meanInterval) {

    /** Table {@code orders}: three modifications an item, three seconds apart, and half of the items removed. */
    public static final DynamoDbOptions DEFAULT =
            new DynamoDbOptions("orders", "us-east-1", 3, 0.5, Duration.ofSeconds(3));

    private static final int MOST_MODIFICATIONS = 20;

    public DynamoDbOptions {
        check("table name", tableName, "[A-Za-z0-9_.-]{3,255}");
        check("AWS region", awsRegion, "[a-z0-9-]{1,64}");
        if (!(meanModifications >= 0 && meanModifications <= MOST_MODIFICATIONS)) {
            throw new IllegalArgumentException(
                    "mean modifications " + meanModifications + ": allowed 0 to " + MOST_MODIFICATIONS);
        }
        if (!(removed >= 0 && removed <= 1)) {
            throw new IllegalArgumentException("removed part of the items " + removed + ": allowed 0 to 1");
        }
        Duration longest = Duration.ofDays(365);
        if (meanInterval.isNegative() || meanInterval.isZero() || meanInterval.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "mean interval of changes " + meanInterval + ": allowed more than 0, to " + longest);
        }
    }

    private static void check(String name, String value, String pattern) {
        if (!Pattern.matches(pattern, value)) {
            throw new IllegalArgumentException(name + " '" + value + "': allowed " + pattern);
        }
    }
}
