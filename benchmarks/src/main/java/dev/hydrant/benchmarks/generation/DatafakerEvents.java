package dev.hydrant.benchmarks.generation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * The rival: SES events as one writes them with Datafaker for every value and Jackson for the JSON, with care: one
 * generator and one buffer for all events; no tree, no map, no mapper. The events have the fields and the mix of the
 * default stream, but opens and clicks of messages that nobody sent: to keep those would cost more.
 */
final class DatafakerEvents {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;
    private Random random = new Random(1);
    private Faker faker = new Faker(Locale.ENGLISH, random);

    DatafakerEvents(int capacity) {
        bytes = new ByteArrayOutputStream(capacity);
        try {
            json = new JsonFactory().createGenerator(bytes).setRootValueSeparator(new SerializedString("\n"));
        } catch (IOException e) {
            throw new IllegalStateException("a generator over memory cannot fail", e);
        }
    }

    /** The event of an index, whichever was written before it: with a Faker of its own. */
    void writeBySeed(long index, long eventTime) throws IOException {
        random = new Random(seed(index));
        faker = new Faker(Locale.ENGLISH, random);
        write(eventTime);
    }

    /** The same without making a Faker: the random numbers of the one for all begin anew. */
    void writeReseeded(long index, long eventTime) throws IOException {
        random.setSeed(seed(index));
        write(eventTime);
    }

    /** The next event. */
    void write(long eventTime) throws IOException {
        double draw = random.nextDouble() * 1.29;
        String time = Instant.ofEpochMilli(eventTime / 1_000_000).toString();
        json.writeStartObject();
        if (draw < 1) {
            json.writeStringField("eventType", "Send");
            writeMail(time, eventTime);
            json.writeObjectFieldStart("send");
        } else if (draw < 1.25) {
            json.writeStringField("eventType", "Open");
            writeMail(time, eventTime);
            json.writeObjectFieldStart("open");
            writeReader(time);
        } else {
            json.writeStringField("eventType", "Click");
            writeMail(time, eventTime);
            json.writeObjectFieldStart("click");
            writeReader(time);
            json.writeStringField("link", faker.internet().url());
            json.writeObjectFieldStart("linkTags");
            writeArray("section", faker.commerce().department());
            writeArray("product", faker.commerce().productName());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    ByteArrayOutputStream flush() throws IOException {
        json.flush();
        return bytes;
    }

    void clear() {
        bytes.reset();
    }

    // Random's first numbers after neighbouring seeds are neighbours; the odd factor keeps the seeds apart.
    private static long seed(long index) {
        return index * GOLDEN;
    }

    private void writeMail(String time, long eventTime) throws IOException {
        String domain = faker.internet().domainName();
        String source = "news@" + domain;
        String from = faker.company().name() + " <" + source + ">";
        String to = faker.internet().emailAddress();
        String subject = faker.commerce().productName() + " for " + faker.name().firstName();
        String id = "0100" + Long.toHexString(eventTime / 1_000_000) + "-"
                + faker.internet().uuid() + "-000000";
        String part = faker.number().digits(8) + "." + eventTime / 1_000_000;
        String campaign = faker.marketing().buzzwords();
        String audience = faker.demographic().demonym();
        json.writeObjectFieldStart("mail");
        json.writeStringField("timestamp", time);
        json.writeStringField("source", source);
        json.writeStringField("sourceArn", "arn:aws:ses:us-east-1:123456789012:identity/" + domain);
        json.writeStringField("sendingAccountId", "123456789012");
        json.writeStringField("messageId", id);
        writeArray("destination", to);
        json.writeBooleanField("headersTruncated", false);
        json.writeArrayFieldStart("headers");
        writeHeader("From", from);
        writeHeader("To", to);
        writeHeader("Subject", subject);
        writeHeader("MIME-Version", "1.0");
        writeHeader("Content-Type", "multipart/alternative; boundary=\"----=_Part_" + part + "\"");
        writeHeader("X-SES-MESSAGE-TAGS", "campaign=" + campaign + ", audience=" + audience);
        json.writeEndArray();
        json.writeObjectFieldStart("commonHeaders");
        writeArray("from", from);
        writeArray("to", to);
        json.writeStringField("messageId", id);
        json.writeStringField("subject", subject);
        json.writeEndObject();
        json.writeObjectFieldStart("tags");
        writeArray("ses:operation", "SendRawEmail");
        writeArray("ses:configuration-set", faker.app().name());
        writeArray("ses:source-ip", faker.internet().ipV4Address());
        writeArray("ses:from-domain", domain);
        writeArray("ses:caller-identity", faker.name().lastName());
        writeArray("campaign", campaign);
        writeArray("audience", audience);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeReader(String time) throws IOException {
        json.writeStringField("ipAddress", faker.internet().ipV4Address());
        json.writeStringField("timestamp", time);
        json.writeStringField("userAgent", faker.internet().userAgent());
    }

    private void writeHeader(String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private void writeArray(String name, String value) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeString(value);
        json.writeEndArray();
    }
}
