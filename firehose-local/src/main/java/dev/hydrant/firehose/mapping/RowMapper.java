package dev.hydrant.firehose.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.apache.iceberg.Schema;

/**
 * Maps records to the rows of one table, by the rules of AWS's documentation of Firehose and Apache Iceberg tables: one JSON object a
 * record, first-level keys are columns, names match exactly, additional fields are skipped, a missing optional column is null.
 *
 * <p>Where AWS is silent this mapper decides: of a key that occurs twice the last value counts, and both must fit.
 *
 * <p>Compiled once for a schema; used by one thread. The row it returns is reused by the next call.
 */
public final class RowMapper {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final StructReader columns;
    private final Row row;

    /**
     * Compiles the mapping to the columns of {@code schema}.
     *
     * @throws IllegalArgumentException when a column's type is not supported or nested deeper than 16 levels
     */
    public RowMapper(Schema schema) {
        columns = StructReader.of(schema.asStruct(), 0);
        row = columns.newRow();
    }

    /** Maps the JSON object in {@code length} bytes from {@code offset} on. */
    public Row map(byte[] bytes, int offset, int length) throws RowException {
        try (JsonParser json = JSON.createParser(bytes, offset, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new RowException(RowException.INVALID_JSON, "the record is not a JSON object");
            }
            columns.read(json, row);
            if (json.nextToken() != null) {
                throw new RowException(
                        RowException.SEVERAL_OBJECTS, "the record holds more than one JSON object: allowed is one");
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new RowException(
                    RowException.INVALID_JSON,
                    "the record is not JSON, at byte %d: %s"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getByteOffset(),
                                    e.getOriginalMessage()));
        } catch (IOException e) {
            throw new RowException(RowException.INVALID_JSON, "the record is not JSON: " + e.getMessage());
        }
    }
}
