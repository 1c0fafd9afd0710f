package dev.hydrant.record.ses;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changes from one event to the next inside a {@link Template}: {@code ${name}} in its text. */
enum Field {
    /** When the event happened, ISO 8601. */
    TIME,
    /** When SES gives up trying to deliver, ISO 8601. */
    EXPIRY,
    /** Milliseconds from sending to the event. */
    ELAPSED,
    FEEDBACKID,
    /** The recipient's address. */
    RECIPIENT,
    /** Where, when and with what the recipient read the message: three members of an object. */
    READ,
    /** Eight digits of the message. */
    SERIAL;

    static Field of(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("field ${" + name + "} of a template: allowed "
                        + Arrays.stream(values())
                                .map(field -> field.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
