package dev.hydrant.record.ses;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What SES publishes an event about (Amazon SES documentation, "Contents of event data that Amazon SES publishes to
 * Firehose").
 */
public enum EventType {
    SEND(0, "Send"),
    DELIVERY(1, "Delivery"),
    OPEN(2, "Open"),
    CLICK(3, "Click"),
    BOUNCE(4, "Bounce"),
    COMPLAINT(5, "Complaint"),
    REJECT(6, "Reject"),
    RENDERING_FAILURE(7, "Rendering Failure"),
    DELIVERY_DELAY(8, "DeliveryDelay"),
    SUBSCRIPTION(9, "Subscription");

    private final int code;
    private final String text;

    EventType(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** From 0, the Send, without gaps; records of a seed depend on it. */
    int code() {
        return code;
    }

    /** The event's {@code eventType}. */
    public String text() {
        return text;
    }

    /**
     * The type whose {@link #text} is {@code text}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static EventType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("SES event type '" + text + "': allowed "
                        + Arrays.stream(values()).map(EventType::text).collect(Collectors.joining(", "))));
    }
}
