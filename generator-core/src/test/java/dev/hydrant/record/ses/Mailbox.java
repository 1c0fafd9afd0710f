package dev.hydrant.record.ses;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A mail system that reads the events about it in order and fails on the first that cannot be true. */
final class Mailbox {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Set<EventType> NOT_DELIVERED =
            EnumSet.of(EventType.BOUNCE, EventType.REJECT, EventType.RENDERING_FAILURE);
    private static final Set<EventType> BY_THE_READER =
            EnumSet.of(EventType.OPEN, EventType.CLICK, EventType.COMPLAINT, EventType.SUBSCRIPTION);

    private final Set<EventType> published;
    private final Map<String, Message> messages = new HashMap<>();

    Mailbox(Set<EventType> published) {
        this.published = published;
    }

    /** @param time when the record was made to happen */
    void read(String record, JsonNode event, Instant time) {
        EventType type = EventType.of(event.get("eventType").textValue());
        assertThat(published).contains(type);
        JsonNode mail = event.get("mail");
        String id = mail.get("messageId").textValue();
        if (type == EventType.SEND) {
            assertThat(messages.put(id, new Message(mailText(record, type), mail, time)))
                    .as("earlier Send of %s", id)
                    .isNull();
            assertThat(mail.get("timestamp").textValue()).isEqualTo(millis(time));
            assertMailAgrees(mail, id);
            return;
        }
        requireNonNull(messages.get(id), () -> "no Send of " + event).read(type, mailText(record, type), event, time);
    }

    private static String mailText(String record, EventType type) {
        return record.substring(record.indexOf("\"mail\":"), record.lastIndexOf(",\"" + detailName(type) + "\":"));
    }

    private static void assertMailAgrees(JsonNode mail, String id) {
        JsonNode common = mail.get("commonHeaders");
        assertThat(common.get("messageId").textValue()).isEqualTo(id);
        assertThat(common.get("from").get(0).textValue())
                .isEqualTo(header(mail, "From"))
                .contains("<" + mail.get("source").textValue() + ">");
        assertThat(common.get("to").get(0).textValue())
                .isEqualTo(header(mail, "To"))
                .isEqualTo(mail.get("destination").get(0).textValue());
        assertThat(common.get("subject").textValue()).isEqualTo(header(mail, "Subject"));
    }

    private static String header(JsonNode mail, String name) {
        for (JsonNode header : mail.get("headers")) {
            if (header.get("name").textValue().equals(name)) {
                return header.get("value").textValue();
            }
        }
        throw new AssertionError("no header " + name + " in " + mail);
    }

    /** The field of an event that is named after its type. */
    static String detailName(EventType type) {
        return type == EventType.RENDERING_FAILURE
                ? "failure"
                : Character.toLowerCase(type.text().charAt(0)) + type.text().substring(1);
    }

    private static String millis(Instant time) {
        return ISO.format(time);
    }

    private final class Message {

        /** Its bytes in the record. */
        private final String mail;

        private final String recipient;
        private final Instant sent;
        private final Set<EventType> events = EnumSet.noneOf(EventType.class);
        private Instant last;
        private String reader = "";

        Message(String text, JsonNode mail, Instant sent) {
            this.mail = text;
            this.sent = sent;
            recipient = mail.get("destination").get(0).textValue();
            last = sent;
        }

        void read(EventType type, String mailAgain, JsonNode event, Instant time) {
            String what = type + " after " + events;
            assertThat(mailAgain).as(what).isEqualTo(mail);
            assertThat(time).as(what).isAfterOrEqualTo(last);
            assertThat(events).as(what).doesNotContain(type).doesNotContainAnyElementsOf(NOT_DELIVERED);
            if (type == EventType.REJECT || type == EventType.RENDERING_FAILURE) {
                assertThat(events).as(what).isEmpty();
            } else if (BY_THE_READER.contains(type)) {
                assertThat(events.contains(EventType.DELIVERY))
                        .as(what)
                        .isEqualTo(published.contains(EventType.DELIVERY));
            } else {
                assertThat(events).as(what).isSubsetOf(EventType.DELIVERY_DELAY);
            }
            readDetail(type, event.get(detailName(type)), time);
            events.add(type);
            last = time;
        }

        private void readDetail(EventType type, JsonNode detail, Instant time) {
            detail.findValuesAsText("emailAddress")
                    .forEach(address -> assertThat(address).isEqualTo(recipient));
            detail.findValues("recipients")
                    .forEach(list -> assertThat(list.get(0).textValue()).isEqualTo(recipient));
            if (detail.has("timestamp")) {
                assertThat(detail.get("timestamp").textValue()).isEqualTo(millis(time));
            }
            if (type == EventType.DELIVERY) {
                assertThat(detail.get("processingTimeMillis").longValue())
                        .isEqualTo(time.toEpochMilli() - sent.toEpochMilli());
            } else if (type == EventType.OPEN) {
                reader = reader(detail);
            } else if (type == EventType.CLICK) {
                assertThat(events).contains(EventType.OPEN);
                assertThat(reader(detail)).as("the reader that opened").isEqualTo(reader);
            }
        }

        private static String reader(JsonNode detail) {
            return detail.get("ipAddress").textValue() + " "
                    + detail.get("userAgent").textValue();
        }
    }
}
