package dev.hydrant.record.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A table that takes the changes in order, as their text has them, and fails on the first that cannot be true. */
final class Table {

    private final Map<String, String> items = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    void apply(String record, JsonNode change) {
        JsonNode data = change.get("dynamodb");
        String key = data.get("Keys").toString();
        String newImage = image(record, "NewImage");
        String oldImage = image(record, "OldImage");
        assertThat(removed.contains(key)).as(record).isFalse();
        switch (change.get("eventName").textValue()) {
            case "INSERT" -> {
                assertThat(oldImage).as(record).isEmpty();
                assertThat(items.put(key, newImage)).as(record).isNull();
            }
            case "MODIFY" -> {
                assertThat(newImage).as(record).isNotEmpty().isNotEqualTo(oldImage);
                assertThat(items.put(key, newImage)).as(record).isEqualTo(oldImage);
            }
            case "REMOVE" -> {
                assertThat(newImage).as(record).isEmpty();
                assertThat(items.remove(key)).as(record).isEqualTo(oldImage);
                removed.add(key);
            }
            default -> throw new AssertionError(record);
        }
        data.get("Keys").properties().forEach(entry -> {
            for (String image : new String[] {"NewImage", "OldImage"}) {
                if (data.has(image)) {
                    assertThat(data.get(image).get(entry.getKey())).as(record).isEqualTo(entry.getValue());
                }
            }
        });
        assertThat(data.get("SizeBytes").intValue()).as(record).isEqualTo(sizeBytes(data));
    }

    int items() {
        return items.size();
    }

    int removed() {
        return removed.size();
    }

    /** DynamoDB's rules for the size of items, over the JSON of keys and images. */
    static int sizeBytes(JsonNode data) {
        return attributes(data.get("Keys"), 0)
                + attributes(data.path("NewImage"), 0)
                + attributes(data.path("OldImage"), 0);
    }

    private static int attributes(JsonNode map, int each) {
        int size = 0;
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            size += each + utf8(field.getKey()) + value(field.getValue());
        }
        return size;
    }

    private static int value(JsonNode typed) {
        Map.Entry<String, JsonNode> value = typed.properties().iterator().next();
        return switch (value.getKey()) {
            case "S" -> utf8(value.getValue().textValue());
            case "N" -> number(value.getValue().textValue());
            case "BOOL", "NULL" -> 1;
            case "M" -> 3 + attributes(value.getValue(), 1);
            case "L" -> {
                int size = 3;
                for (JsonNode element : value.getValue()) {
                    size += 1 + value(element);
                }
                yield size;
            }
            default -> throw new AssertionError("type " + value.getKey());
        };
    }

    /** A byte for two significant digits, and one more. */
    private static int number(String text) {
        String digits = text.replace(".", "");
        int first = 0;
        int end = digits.length();
        while (first < end && digits.charAt(first) == '0') {
            first++;
        }
        while (end > first && digits.charAt(end - 1) == '0') {
            end--;
        }
        return (end - first + 1) / 2 + 1;
    }

    private static int utf8(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** The image's own bytes; it ends before the next field of the change. */
    private static String image(String record, String name) {
        int start = record.indexOf("\"" + name + "\":");
        if (start < 0) {
            return "";
        }
        int from = start + name.length() + 3;
        int end = name.equals("NewImage") ? record.indexOf(",\"OldImage\":", from) : -1;
        return record.substring(from, end >= 0 ? end : record.indexOf(",\"SizeBytes\":", from));
    }
}
