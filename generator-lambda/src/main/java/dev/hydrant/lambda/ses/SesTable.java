package dev.hydrant.lambda.ses;

import static dev.hydrant.lambda.ses.Column.json;
import static dev.hydrant.lambda.ses.Column.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of each type of event that Amazon SES publishes, and the columns that are its own. The first six columns are
 * those of every table: event_type, message_id, from_address, to_address, timestamp, tags. Fields: Amazon SES, "Contents
 * of event data"; types of the columns: {@code terraform/tables.json}.
 */
public enum SesTable {
    SEND("Send", "mail"),
    OPEN("Open", "open", value("ip_address", "ipAddress"), value("user_agent", "userAgent")),
    CLICK(
            "Click",
            "click",
            value("ip_address", "ipAddress"),
            value("link", "link"),
            json("link_tags", "linkTags").optional(),
            value("user_agent", "userAgent")),
    DELIVERY(
            "Delivery",
            "delivery",
            value("processing_time_millis", "processingTimeMillis"),
            json("recipients", "recipients"),
            value("smtp_response", "smtpResponse"),
            value("reporting_mta", "reportingMTA")),
    BOUNCE(
            "Bounce",
            "bounce",
            value("bounce_type", "bounceType"),
            value("bounce_sub_type", "bounceSubType"),
            json("bounced_recipients", "bouncedRecipients"),
            value("feedback_id", "feedbackId"),
            value("reporting_mta", "reportingMTA").optional()),
    COMPLAINT(
            "Complaint",
            "complaint",
            json("complained_recipients", "complainedRecipients"),
            value("feedback_id", "feedbackId"),
            value("complaint_sub_type", "complaintSubType").optional(),
            value("user_agent", "userAgent").optional(),
            value("complaint_feedback_type", "complaintFeedbackType").optional(),
            value("arrival_date", "arrivalDate").optional()),
    REJECT("Reject", "reject", value("reason", "reason")),
    RENDERING_FAILURE(
            "Rendering Failure",
            "failure",
            value("template_name", "templateName"),
            value("error_message", "errorMessage")),
    DELIVERY_DELAY(
            "DeliveryDelay",
            "deliveryDelay",
            value("delay_type", "delayType"),
            json("delayed_recipients", "delayedRecipients"),
            value("expiration_time", "expirationTime"),
            value("reporting_mta", "reportingMTA").optional()),
    SUBSCRIPTION(
            "Subscription",
            "subscription",
            value("contact_list", "contactList"),
            value("source", "source"),
            json("new_topic_preferences", "newTopicPreferences").optional(),
            json("old_topic_preferences", "oldTopicPreferences").optional());

    private final String eventType;
    private final String object;

    @SuppressWarnings("ImmutableEnumChecker") // List.of, of records: immutable, though the type does not say so.
    private final List<Column> columns;

    SesTable(String eventType, String object, Column... columns) {
        this.eventType = eventType;
        this.object = object;
        this.columns = List.of(columns);
    }

    /** The table of an event type in SES's spelling. */
    public static Optional<SesTable> of(String eventType) {
        return Stream.of(values())
                .filter(table -> table.eventType.equals(eventType))
                .findFirst();
    }

    /** The event type in SES's spelling: {@code Rendering Failure} has a space. */
    public String eventType() {
        return eventType;
    }

    /** {@code send_log}, {@code rendering_failure_log}, … */
    public String table() {
        return name().toLowerCase(Locale.ROOT) + "_log";
    }

    /** The field of the event that holds the event's own object; a Send tells no more than its mail. */
    String object() {
        return object;
    }

    /** The object whose timestamp is the row's: three types tell no time of their own. */
    String timed() {
        return switch (this) {
            case SEND, REJECT, RENDERING_FAILURE -> "mail";
            default -> object;
        };
    }

    List<Column> columns() {
        return columns;
    }
}
