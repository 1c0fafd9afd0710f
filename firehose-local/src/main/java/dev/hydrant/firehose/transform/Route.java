package dev.hydrant.firehose.transform;

/**
 * Where a transformed record wants to go: the members of {@code metadata.otfMetadata}, empty when absent.
 *
 * @param database destinationDatabaseName
 * @param table destinationTableName
 * @param operation insert, update or delete
 */
public record Route(String database, String table, String operation) {

    /** The route of a record without metadata. */
    public static final Route NONE = new Route("", "", "");
}
