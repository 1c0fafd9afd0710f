package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object of a request, by type. A member of another type is a SerializationException. */
final class Arguments {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectNode json;

    Arguments(ObjectNode json) {
        this.json = json;
    }

    static Arguments of(Request request) throws ServiceException {
        try {
            if (JSON.readTree(request.body(), 0, request.length()) instanceof ObjectNode object) {
                return new Arguments(object);
            }
        } catch (JsonProcessingException e) {
            throw ServiceException.serialization(e.getOriginalMessage());
        } catch (IOException e) {
            throw ServiceException.serialization(String.valueOf(e.getMessage()));
        }
        throw ServiceException.serialization("The body is not a JSON object");
    }

    ObjectNode json() {
        return json;
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    @Nullable
    String text(String name) throws ServiceException {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return typed(value.isTextual(), name, "a string", value).textValue();
    }

    @Nullable
    Integer integer(String name) throws ServiceException {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return typed(value.canConvertToInt() && value.isIntegralNumber(), name, "an integer", value)
                .intValue();
    }

    boolean flag(String name) throws ServiceException {
        JsonNode value = json.get(name);
        return value != null
                && !value.isNull()
                && typed(value.isBoolean(), name, "a boolean", value).booleanValue();
    }

    /** The object {@code name}; an empty one when it is absent. */
    Arguments object(String name) throws ServiceException {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return new Arguments(JsonNodeFactory.instance.objectNode());
        }
        typed(value.isObject(), name, "an object", value);
        return new Arguments((ObjectNode) value);
    }

    /** The objects in the list {@code name}; none when it is absent. */
    List<Arguments> objects(String name) throws ServiceException {
        List<Arguments> objects = new ArrayList<>();
        for (JsonNode entry : list(name)) {
            typed(entry.isObject(), name, "objects", entry);
            objects.add(new Arguments((ObjectNode) entry));
        }
        return objects;
    }

    /** The strings in the list {@code name}; none when it is absent. */
    List<String> texts(String name) throws ServiceException {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : list(name)) {
            texts.add(typed(entry.isTextual(), name, "strings", entry).textValue());
        }
        return texts;
    }

    private JsonNode list(String name) throws ServiceException {
        JsonNode value = json.path(name);
        return value.isNull() || value.isMissingNode() ? value : typed(value.isArray(), name, "a list", value);
    }

    private static JsonNode typed(boolean right, String name, String expected, JsonNode value) throws ServiceException {
        if (!right) {
            throw ServiceException.serialization("%s is %s: expected %s".formatted(name, value, expected));
        }
        return value;
    }
}
