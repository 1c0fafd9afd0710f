package dev.hydrant.lambda.dynamodb;

import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import dev.hydrant.lambda.transform.Transform;
import dev.hydrant.lambda.transform.Transformed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a DynamoDB item, in the shape of Kinesis Data Streams for DynamoDB, as a line of CSV. */
public final class CsvLines implements Transform {

    private static final Set<String> CHANGES = Set.of("INSERT", "MODIFY", "REMOVE");

    private final List<ColumnPath> columns;
    private final boolean keepRemoves;

    /**
     * @param columns paths parted by commas, such as {@code Keys.id,NewImage.address.city,eventName}
     * @param keepRemoves whether a REMOVE becomes a line too; otherwise it is dropped
     * @throws IllegalArgumentException when a path leads nowhere in a change, with the path and what is allowed
     */
    public CsvLines(String columns, boolean keepRemoves) {
        this.columns = ColumnPath.list(columns);
        this.keepRemoves = keepRemoves;
    }

    @Override
    public Transformed apply(byte[] data) throws Malformed {
        Map<String, @Nullable Object> event = Json.object(data);
        Object name = event.get("eventName");
        if (!(name instanceof String change) || !CHANGES.contains(change)) {
            throw new Malformed(
                    name == null
                            ? "eventName missing"
                            : "eventName " + Json.text(name) + ": allowed INSERT, MODIFY, REMOVE");
        }
        ColumnPath.change(event);
        if (change.equals("REMOVE") && !keepRemoves) {
            return new Transformed.Dropped();
        }
        CsvLine line = new CsvLine();
        for (ColumnPath column : columns) {
            line.add(column.text(event));
        }
        return new Transformed.Ok(utf8(line.toString()), null);
    }

    /** Unlike {@link String#getBytes}, which would turn half a surrogate pair into a question mark. */
    private static byte[] utf8(String text) throws Malformed {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new Malformed("not text: " + e.getMessage());
        }
    }
}
