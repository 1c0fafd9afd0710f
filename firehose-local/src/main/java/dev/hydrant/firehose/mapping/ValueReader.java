package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Turns the JSON value at which a parser stands, never null, into a column's value. */
@FunctionalInterface
interface ValueReader {

    /**
     * Reads the value, to its end.
     *
     * @throws RowException when the value does not fit the column's type
     */
    Object read(JsonParser json) throws IOException, RowException;
}
