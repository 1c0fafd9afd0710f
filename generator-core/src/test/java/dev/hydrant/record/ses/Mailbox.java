package dev.hydrant.record.ses;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail system that reads the events about it in order and fails on the first that cannot be true. */
final class Mailbox {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Set<EventType> NOT_DELIVERED =
            EnumSet.of(EventType.BOUNCE, EventType.REJECT, EventType.RENDERING_FAILURE);
    private static final Set<EventType> BY_THE_READER =
            EnumSet.of(EventType.OPEN, EventType.CLICK, EventType.COMPLAINT, EventType.SUBSCRIPTION);

    private static final Set<EventType> DELAYED = EnumSet.of(EventType.DELIVERY_DELAY);

    private static final Pattern SERIAL = Pattern.compile("\\d{8}");

    private final Set<EventType> published;
    private final Map<String, Message> messages = new HashMap<>();

    Mailbox(Set<EventType> published) {
        this.published = published;
    }

    /** @param time when the record was made to happen */
    void read(String record, JsonNode event, Instant time) {
        EventType type = EventType.of(event.get("eventType").textValue());
        check(published.contains(type), type, published);
        JsonNode mail = event.get("mail");
        String id = mail.get("messageId").textValue();
        if (type == EventType.SEND) {
            check(messages.put(id, new Message(mailText(record, type), mail, time)) == null, "earlier Send of", id);
            same(mail.get("timestamp").textValue(), millis(time), type);
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
        String from = common.get("from").get(0).textValue();
        String to = common.get("to").get(0).textValue();
        same(common.get("messageId").textValue(), id, mail);
        same(from, header(mail, "From"), mail);
        check(from.contains("<" + mail.get("source").textValue() + ">"), from, mail);
        same(to, header(mail, "To"), mail);
        same(to, mail.get("destination").get(0).textValue(), mail);
        same(common.get("subject").textValue(), header(mail, "Subject"), mail);
        JsonNode tags = mail.get("tags");
        String own = "campaign=" + tags.at("/campaign/0").textValue() + ", audience="
                + tags.at("/audience/0").textValue();
        same(own, header(mail, "X-SES-MESSAGE-TAGS"), mail);
    }

    // Half a million events are read: AssertJ's assertions would take longer than all the rest.
    private static void check(boolean holds, Object what, Object after) {
        if (!holds) {
            throw new AssertionError(what + " after or of " + after);
        }
    }

    private static void same(Object actual, Object expected, Object of) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + expected + ", not " + actual + ", after or of " + of);
        }
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
            same(mailAgain, mail, events);
            check(!time.isBefore(last), time, last);
            check(!events.contains(type) && Collections.disjoint(events, NOT_DELIVERED), type, events);
            if (type == EventType.REJECT || type == EventType.RENDERING_FAILURE) {
                check(events.isEmpty(), type, events);
            } else if (BY_THE_READER.contains(type)) {
                check(events.contains(EventType.DELIVERY) == published.contains(EventType.DELIVERY), type, events);
            } else {
                check(DELAYED.containsAll(events), type, events);
            }
            readDetail(type, event.get(detailName(type)), time);
            events.add(type);
            last = time;
        }

        private void readDetail(EventType type, JsonNode detail, Instant time) {
            detail.findValuesAsText("emailAddress").forEach(address -> same(address, recipient, detail));
            detail.findValues("recipients").forEach(list -> same(list.get(0).textValue(), recipient, detail));
            if (detail.has("timestamp")) {
                same(detail.get("timestamp").textValue(), millis(time), detail);
            }
            if (type == EventType.DELIVERY) {
                same(detail.get("processingTimeMillis").longValue(), time.toEpochMilli() - sent.toEpochMilli(), detail);
                Matcher serial = SERIAL.matcher(detail.get("smtpResponse").textValue());
                check(!serial.find() || mail.contains("_Part_" + serial.group() + "."), detail, mail);
            } else if (type == EventType.OPEN) {
                reader = reader(detail);
            } else if (type == EventType.CLICK) {
                check(events.contains(EventType.OPEN), type, events);
                same(reader(detail), reader, events);
            }
        }

        private static String reader(JsonNode detail) {
            return detail.get("ipAddress").textValue() + " "
                    + detail.get("userAgent").textValue();
        }
    }
}
