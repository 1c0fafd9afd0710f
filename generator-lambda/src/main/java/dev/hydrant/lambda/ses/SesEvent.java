package dev.hydrant.lambda.ses;

import dev.hydrant.lambda.json.Json;
import dev.hydrant.lambda.json.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of Amazon SES, read by the places that its row comes from. Null fields count as missing. */
final class SesEvent {

    private final Map<?, ?> event;

    SesEvent(byte[] data) throws Malformed {
        event = Json.object(data);
    }

    String eventType() throws Malformed {
        return text(event, "", "eventType");
    }

    String messageId() throws Malformed {
        return text(mail(), "mail.", "messageId");
    }

    String timestamp(SesTable table) throws Malformed {
        return text(map(table.timed()), table.timed() + ".", "timestamp");
    }

    /** From the header, as the mail's author wrote it, else from what SES was told. */
    String from() throws Malformed {
        String header = header("From", "from");
        return header != null ? header : text(mail(), "mail.", "source");
    }

    /** From the header, else the destination's addresses. */
    String to() throws Malformed {
        String header = header("To", "to");
        if (header != null) {
            return header;
        }
        String destination = joined(mail().get("destination"));
        if (destination == null) {
            throw new Malformed("mail.destination missing");
        }
        return destination;
    }

    @Nullable
    Object tags() throws Malformed {
        return mail().get("tags");
    }

    @Nullable
    Object value(SesTable table, Column column) throws Malformed {
        Object value = map(table.object()).get(column.field());
        if (value == null && column.required()) {
            throw new Malformed(table.object() + "." + column.field() + " missing");
        }
        if (column.kind() == Column.Kind.VALUE && (value instanceof Map || value instanceof List)) {
            throw new Malformed(table.object() + "." + column.field() + ": expected a string or a number");
        }
        return value;
    }

    private Map<?, ?> mail() throws Malformed {
        return map("mail");
    }

    private Map<?, ?> map(String name) throws Malformed {
        if (event.get(name) instanceof Map<?, ?> map) {
            return map;
        }
        throw new Malformed(name + (event.get(name) == null ? " missing" : ": expected an object"));
    }

    private static String text(Map<?, ?> map, String place, String name) throws Malformed {
        Object value = map.get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new Malformed(place + name + (value == null ? " missing" : ": expected a string"));
    }

    /** The header itself, else what SES made of it in commonHeaders; headers are left out of the event when they are long. */
    private @Nullable String header(String name, String common) throws Malformed {
        if (mail().get("headers") instanceof List<?> headers) {
            for (Object header : headers) {
                if (header instanceof Map<?, ?> map
                        && map.get("name") instanceof String found
                        && found.equalsIgnoreCase(name)
                        && map.get("value") instanceof String value) {
                    return value;
                }
            }
        }
        return mail().get("commonHeaders") instanceof Map<?, ?> headers ? joined(headers.get(common)) : null;
    }

    private static @Nullable String joined(@Nullable Object addresses) {
        if (!(addresses instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        return list.stream().map(Objects::toString).collect(Collectors.joining(", "));
    }
}
