package dev.hydrant.record.dynamodb;

import static dev.hydrant.record.dynamodb.ItemSize.attribute;
import static dev.hydrant.record.dynamodb.ItemSize.booleanOrNull;
import static dev.hydrant.record.dynamodb.ItemSize.string;

import dev.hydrant.record.Slabs;
import java.util.List;

/**
 * How far an order has come with its version, as JSON with DynamoDB's types; after the last step only the total
 * changes.
 */
final class Progress {

    private static final List<String> STATUS = List.of("placed", "paid", "packed", "shipped", "delivered", "reviewed");
    private static final int PAID = 1;
    private static final int SHIPPED = 3;
    private static final String CARRIER = "parcel-post";

    private final Slabs texts;
    private final int[] sizes = new int[STATUS.size()];

    Progress() {
        String[] steps = new String[STATUS.size()];
        for (int step = 0; step < steps.length; step++) {
            boolean shipped = step >= SHIPPED;
            steps[step] = """
                    "status":{"S":"%s"},"paid":{"BOOL":%b},"carrier":{%s}""".formatted(
                            STATUS.get(step), step >= PAID, shipped ? "\"S\":\"" + CARRIER + "\"" : "\"NULL\":true");
            sizes[step] = attribute("status", string(STATUS.get(step)))
                    + attribute("paid", booleanOrNull())
                    + attribute("carrier", shipped ? string(CARRIER) : booleanOrNull());
        }
        texts = new Slabs(List.of(steps));
    }

    int write(int version, byte[] to, int at) {
        return texts.write(step(version), to, at);
    }

    /** Bytes that DynamoDB counts for the attributes. */
    int size(int version) {
        return sizes[step(version)];
    }

    int longest() {
        return texts.longest();
    }

    private int step(int version) {
        return Math.min(version, sizes.length - 1);
    }
}
