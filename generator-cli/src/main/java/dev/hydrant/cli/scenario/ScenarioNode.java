package dev.hydrant.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.cli.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An object of a scenario file, with its place: values are read as those of options are, and refused in the same words. */
final class ScenarioNode {

    private final String file;
    private final String path;
    private final JsonNode node;

    /** @param path empty for the whole file */
    ScenarioNode(String file, String path, JsonNode node, List<String> allowed) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw wrong(null, "'" + shown(node) + "': allowed " + String.join(", ", allowed) + ", each with a value");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                throw wrong(key, "unknown: allowed " + String.join(", ", allowed));
            }
        });
    }

    <T> Optional<T> value(String key, ITypeConverter<T> reader) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull()) {
            throw wrong(key, "'" + shown(value) + "': allowed one value");
        }
        try {
            return Optional.of(reader.convert(value.asText()));
        } catch (TypeConversionException e) {
            throw wrong(key, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            // The interface says Exception; our readers throw nothing else.
            throw new IllegalStateException(e);
        }
    }

    /** The objects of a list, none when it is not there. */
    List<ScenarioNode> list(String key, List<String> allowed) {
        JsonNode values = node.get(key);
        List<ScenarioNode> nodes = new ArrayList<>();
        if (values == null) {
            return nodes;
        }
        if (!values.isArray() || values.isEmpty()) {
            throw wrong(key, "'" + shown(values) + "': allowed a list of one or more");
        }
        for (int number = 0; number < values.size(); number++) {
            nodes.add(new ScenarioNode(file, key + "[" + number + "]", values.get(number), allowed));
        }
        return nodes;
    }

    UsageError wrong(@Nullable String key, String message) {
        String place = key == null ? path : path.isEmpty() ? key : path + "." + key;
        return new UsageError(file + (place.isEmpty() ? "" : ", " + place) + ": " + message);
    }

    private static String shown(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
