package dev.hydrant.record.dynamodb;

import dev.hydrant.record.lifecycle.Lifecycle;
import dev.hydrant.record.lifecycle.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What becomes of items: with m modifications on average, and a part r of the items removed,
 *
 * <pre>
 *   share with v modifications = (1 / (1 + m)) (m / (1 + m))^v,   r of them removed
 * </pre>
 *
 * Code v of a stage is the change to version v, an INSERT being version 0; code {@link #REMOVE} + v removes version v.
 */
final class Histories {

    static final int REMOVE = 0x8000;

    /** Items with more modifications than one in so many has are left out. */
    private static final double RAREST = 1e-6;

    private Histories() {}

    static List<Lifecycle> of(DynamoDbOptions options) {
        double interval = options.meanInterval().toNanos() * 1e-9;
        double more = options.meanModifications() / (1 + options.meanModifications());
        List<Lifecycle> histories = new ArrayList<>();
        double share = 1 - more;
        for (int version = 0; share > RAREST; version++) {
            List<Stage> stages = IntStream.rangeClosed(1, version)
                    .mapToObj(v -> new Stage(v, interval))
                    .toList();
            if (version > 0) {
                histories.add(new Lifecycle(share * (1 - options.removed()), stages));
            }
            List<Stage> removed = new ArrayList<>(stages);
            removed.add(new Stage(REMOVE + version, interval));
            histories.add(new Lifecycle(share * options.removed(), removed));
            share *= more;
        }
        return histories;
    }
}
