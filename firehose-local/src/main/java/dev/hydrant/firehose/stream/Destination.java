package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.ObjectFormat;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** Where a stream delivers to. */
public sealed interface Destination {

    /**
     * Iceberg tables.
     *
     * @param own of records that their transform does not route elsewhere; null when all are to be routed
     */
    record Tables(@Nullable TableIdentifier own) implements Destination {}

    /** Objects in the stream's bucket. */
    record Objects(ObjectFormat format) implements Destination {}
}
