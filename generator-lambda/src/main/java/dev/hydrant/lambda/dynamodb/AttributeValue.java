package dev.hydrant.lambda.dynamodb;

import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's typed attribute values as plain JSON: {@code {"N":"12"}} becomes 12, {@code {"SS":["a"]}} becomes ["a"].
 * Binary values stay base64. Types: Amazon DynamoDB API Reference, AttributeValue.
 */
final class AttributeValue {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private AttributeValue() {}

    /** A map of attributes, as Keys and the images are. */
    static Map<String, @Nullable Object> attributes(Map<?, ?> typed) throws Malformed {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : typed.entrySet()) {
            plain.put((String) entry.getKey(), plain(entry.getValue()));
        }
        return plain;
    }

    /** @throws Malformed when {@code typed} is not an object of one known type */
    static @Nullable Object plain(@Nullable Object typed) throws Malformed {
        if (!(typed instanceof Map<?, ?> map) || map.size() != 1) {
            throw new Malformed("attribute value " + Json.text(typed) + ": expected an object with one type");
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String type = (String) only.getKey();
        Object value = only.getValue();
        if (value instanceof String text) {
            switch (type) {
                case "S", "B" -> {
                    return text;
                }
                case "N" -> {
                    return number(text);
                }
                default -> {}
            }
        }
        if (value instanceof Json.Literal && type.equals("BOOL")) {
            return value;
        }
        if (value instanceof Json.Literal && type.equals("NULL")) {
            return null;
        }
        if (value instanceof Map<?, ?> nested && type.equals("M")) {
            return attributes(nested);
        }
        if (value instanceof List<?> list) {
            return list(type, list);
        }
        throw new Malformed("attribute value " + Json.text(typed)
                + ": allowed S, N, BOOL, NULL, B, SS, NS, BS, L, M with a value of that type");
    }

    private static List<@Nullable Object> list(String type, List<?> list) throws Malformed {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object item : list) {
            plain.add(
                    switch (type) {
                        case "L" -> plain(item);
                        case "NS" -> number(String.valueOf(item));
                        case "SS", "BS" -> String.valueOf(item);
                        default ->
                            throw new Malformed("attribute type " + type + ": a list belongs to SS, NS, BS or L");
                    });
        }
        return plain;
    }

    /** In the digits that DynamoDB sent, up to 38 of them; as a string where JSON has no such number. */
    private static Object number(String digits) {
        return NUMBER.matcher(digits).matches() ? new Json.Literal(digits) : digits;
    }
}
