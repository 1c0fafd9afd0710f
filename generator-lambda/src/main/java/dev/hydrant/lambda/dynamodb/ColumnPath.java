package dev.hydrant.lambda.dynamodb;

import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a change a column's value stands, such as {@code Keys.id} or {@code NewImage.address.city}: names joined by
 * dots, below {@code dynamodb}, or one of {@code eventName}, {@code eventID} and {@code tableName}.
 */
final class ColumnPath {

    private static final Set<String> EVENT = Set.of("eventName", "eventID", "tableName");
    private static final Set<String> IMAGES = Set.of("Keys", "NewImage", "OldImage");
    private static final Set<String> CHANGE = Set.of(
            "ApproximateCreationDateTime", "ApproximateCreationDateTimePrecision", "SequenceNumber", "SizeBytes");

    /** What a path may be, for the message about one that may not. */
    static final String ALLOWED = "Keys, NewImage or OldImage and below them (Keys.id), ApproximateCreationDateTime,"
            + " ApproximateCreationDateTimePrecision, SequenceNumber, SizeBytes, eventName, eventID, tableName";

    private final List<String> names;

    /** @throws IllegalArgumentException when {@code path} leads nowhere in a change */
    ColumnPath(String path) {
        names = List.of(path.split("\\.", -1));
        String first = names.get(0);
        boolean single = names.size() == 1 && (EVENT.contains(first) || CHANGE.contains(first));
        if ((!single && !IMAGES.contains(first)) || names.contains("")) {
            throw new IllegalArgumentException("\"" + path + "\": allowed " + ALLOWED);
        }
    }

    /**
     * The value as text: strings, numbers and booleans as they stand, maps, lists and sets as JSON text, and nothing for a
     * NULL or a value that is not there.
     */
    String text(Map<?, ?> event) throws Malformed {
        String first = names.get(0);
        Object at = EVENT.contains(first) ? event.get(first) : change(event).get(first);
        if (IMAGES.contains(first) && at != null) {
            at = attribute(at);
        }
        if (at == null) {
            return "";
        }
        if (at instanceof Json.Literal literal) {
            return literal.text();
        }
        return at instanceof String text ? text : Json.text(at);
    }

    private @Nullable Object attribute(Object image) throws Malformed {
        if (!(image instanceof Map<?, ?> typed)) {
            throw new Malformed("dynamodb." + names.get(0) + ": expected an object");
        }
        if (names.size() == 1) {
            return AttributeValue.attributes(typed);
        }
        Object value = typed.get(names.get(1));
        Object at = value == null ? null : AttributeValue.plain(value);
        for (String name : names.subList(2, names.size())) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }

    static Map<?, ?> change(Map<?, ?> event) throws Malformed {
        if (event.get("dynamodb") instanceof Map<?, ?> change) {
            return change;
        }
        throw new Malformed("dynamodb" + (event.get("dynamodb") == null ? " missing" : ": expected an object"));
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }

    /** Reads a list of paths, parted by commas. */
    static List<ColumnPath> list(String paths) {
        return Arrays.stream(paths.split(",", -1))
                .map(String::strip)
                .map(ColumnPath::new)
                .toList();
    }
}
