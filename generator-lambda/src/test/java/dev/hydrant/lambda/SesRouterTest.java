package dev.hydrant.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.lambda.ses.SesTable;
import dev.hydrant.lambda.transform.Backoff;
import dev.hydrant.lambda.transform.PutBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesRouterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ALL_TYPES = Map.of(
            "HYDRANT_EVENT_TYPES",
            "Send, Open, Click, Delivery, Bounce, Complaint, Reject, Rendering Failure, DeliveryDelay, Subscription");

    /** No record goes back in these tests. */
    private static final PutBack NO_PUT_BACK = new PutBack(
            stream -> {
                throw new AssertionError("put back into " + stream);
            },
            Backoff.blueprint(bound -> 0),
            millis -> {});

    private static SesRouter router(Map<String, String> environment) {
        return new SesRouter(environment, NO_PUT_BACK);
    }

    private static ObjectNode sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(SesRouterTest.class.getResourceAsStream("ses-send.json"))) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    /** An event of every field that SES documents for the type. */
    private static ObjectNode event(String eventType, String object, String fields) throws IOException {
        ObjectNode event = sample();
        event.remove("send");
        event.put("eventType", eventType);
        event.set(object, JSON.readTree(fields.replace('\'', '"')));
        return event;
    }

    private static ObjectNode event(SesTable table) throws IOException {
        String time = "'timestamp':'2026-11-21T10:00:00.123Z'";
        return switch (table) {
            case SEND -> sample();
            case OPEN -> event("Open", "open", "{'ipAddress':'192.0.2.1','userAgent':'Mozilla/5.0'," + time + "}");
            case CLICK ->
                event(
                        "Click",
                        "click",
                        "{'ipAddress':'192.0.2.1','userAgent':'Mozilla/5.0','link':'https://example.com/?a=1',"
                                + "'linkTags':{'k':['v1','v2']}," + time + "}");
            case DELIVERY ->
                event(
                        "Delivery",
                        "delivery",
                        "{'processingTimeMillis':546,'recipients':['a@example.com'],'smtpResponse':'250 ok',"
                                + "'reportingMTA':'mta.example.com'," + time + "}");
            case BOUNCE ->
                event(
                        "Bounce",
                        "bounce",
                        "{'bounceType':'Permanent','bounceSubType':'General','bouncedRecipients':"
                                + "[{'emailAddress':'a@example.com','action':'failed','status':'5.1.1'}],"
                                + "'feedbackId':'f','reportingMTA':'dns; x'," + time + "}");
            case COMPLAINT ->
                event(
                        "Complaint",
                        "complaint",
                        "{'complainedRecipients':[{'emailAddress':'a@example.com'}],'feedbackId':'f',"
                                + "'complaintSubType':null,'userAgent':'u','complaintFeedbackType':'abuse',"
                                + "'arrivalDate':'2026-11-21T09:59:00.000Z'," + time + "}");
            case REJECT -> event("Reject", "reject", "{'reason':'Bad content'}");
            case RENDERING_FAILURE ->
                event("Rendering Failure", "failure", "{'templateName':'t','errorMessage':'attribute x missing'}");
            case DELIVERY_DELAY ->
                event(
                        "DeliveryDelay",
                        "deliveryDelay",
                        "{'delayType':'TransientCommunicationFailure','delayedRecipients':"
                                + "[{'emailAddress':'a@example.com','status':'4.4.1','diagnosticCode':'smtp; 421'}],"
                                + "'expirationTime':'2026-11-22T10:00:00.000Z','reportingMTA':'a1-23'," + time + "}");
            case SUBSCRIPTION ->
                event(
                        "Subscription",
                        "subscription",
                        "{'contactList':'l','source':'UnsubscribeHeader','newTopicPreferences':{'unsubscribeAll':true,"
                                + "'topicSubscriptionStatus':[{'topicName':'t','subscriptionStatus':'OptOut'}]},"
                                + "'oldTopicPreferences':{'unsubscribeAll':false}," + time + "}");
        };
    }

    @Test
    void theDocumentedSendBecomesItsRow() throws IOException {
        TransformCall.Answer answer =
                new TransformCall().add(sample().toString()).invoke(router(Map.of()));

        assertThat(answer.only().path("result").asText()).isEqualTo("Ok");
        assertThat(answer.only().path("metadata"))
                .isEqualTo(JSON.readTree("{\"otfMetadata\":{\"destinationDatabaseName\":\"email_event\","
                        + "\"destinationTableName\":\"send_log\",\"operation\":\"insert\"}}"));
        JsonNode row = JSON.readTree(answer.content());
        JsonNode tags = sample().path("mail").path("tags");
        assertThat(row)
                .isEqualTo(JSON.createObjectNode()
                        .put("event_type", "Send")
                        .put("message_id", "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000")
                        .put("from_address", "sender@example.com")
                        .put("to_address", "recipient@example.com")
                        .put("timestamp", "2016-10-14T05:02:16.645Z")
                        .put("tags", tags.toString()));
        assertThat(answer.content()).endsWith("}\n");
    }

    @ParameterizedTest
    @EnumSource(SesTable.class)
    void everyRowHasExactlyTheColumnsOfItsTable(SesTable table) throws IOException {
        TransformCall.Answer answer =
                new TransformCall().add(event(table).toString()).invoke(router(ALL_TYPES));

        JsonNode tables = JSON.readTree(Path.of("../terraform/tables.json").toFile());
        JsonNode columns = tables.path(table.table()).path("columns");
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.path("name").asText()));
        JsonNode row = JSON.readTree(answer.content());
        assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(names);
        for (JsonNode column : columns) {
            JsonNode value = row.path(column.path("name").asText());
            boolean fits = column.path("type").asText().equals("long") ? value.isIntegralNumber() : value.isTextual();
            assertThat(fits || value.isNull()).as("%s = %s", column, value).isTrue();
        }
        assertThat(answer.only()
                        .path("metadata")
                        .path("otfMetadata")
                        .path("destinationTableName")
                        .asText())
                .isEqualTo(table.table());
        assertThat(row.path("event_type").asText()).isEqualTo(table.eventType());
    }

    @ParameterizedTest
    @EnumSource(SesTable.class)
    void theTimeIsTheEventsOwnWhereItHasOne(SesTable table) throws IOException {
        JsonNode row = JSON.readTree(new TransformCall()
                .add(event(table).toString())
                .invoke(router(ALL_TYPES))
                .content());
        boolean own = table != SesTable.SEND && table != SesTable.REJECT && table != SesTable.RENDERING_FAILURE;
        assertThat(row.path("timestamp").asText())
                .isEqualTo(own ? "2026-11-21T10:00:00.123Z" : "2016-10-14T05:02:16.645Z");
    }

    @ParameterizedTest
    @EnumSource(SesTable.class)
    void typesThatTheFunctionDoesNotTakeFailWithTheirOriginalAndSaySo(SesTable table) throws IOException {
        String other = table == SesTable.SEND ? "Open" : "Send";
        String event = event(table).toString();
        TransformCall.Answer answer =
                new TransformCall().add(event).invoke(router(Map.of("HYDRANT_EVENT_TYPES", other)));

        assertThat(answer.only().path("result").asText()).isEqualTo("ProcessingFailed");
        assertThat(answer.content()).isEqualTo(event);
        assertThat(answer.log().get(0))
                .contains("eventType \\\"" + table.eventType() + "\\\": this function takes " + other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventType",
                "mail",
                "mail.messageId",
                "mail.timestamp",
                "click",
                "click.timestamp",
                "click.ipAddress",
                "click.link",
                "click.userAgent"
            })
    void aMissingFieldFailsTheRecordAndTheBatchGoesOn(String field) throws IOException {
        boolean ofMail = field.equals("mail.timestamp");
        ObjectNode event = ofMail ? sample() : event(SesTable.CLICK);
        int dot = field.indexOf('.');
        ObjectNode parent = dot < 0 ? event : (ObjectNode) event.get(field.substring(0, dot));
        parent.remove(field.substring(dot + 1));

        TransformCall.Answer answer = new TransformCall()
                .add(sample().toString())
                .add(event.toString())
                .add(sample().toString())
                .invoke(router(Map.of()));

        assertThat(answer.with("Ok")).hasSize(2);
        assertThat(TransformCall.Answer.content(answer.with("ProcessingFailed").get(0)))
                .isEqualTo(event.toString());
        assertThat(answer.log().get(0)).contains(field + " missing");
        assertThat(answer.log().get(1)).contains("\"records\":3,\"ok\":2").contains("\"processingFailed\":1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|not a JSON object",
                "'   '|not a JSON object",
                "[]|not a JSON object",
                "\"Send\"|not a JSON object",
                "{\"eventType\":\"Send\"|not JSON",
                "{}{}|more than one JSON object",
                "{\"eventType\":7}|eventType: expected a string",
                "{\"eventType\":\"send\"}|eventType \\\"send\\\"",
                "{\"eventType\":\"Send\",\"mail\":[]}|mail: expected an object",
            })
    void whatIsNoEventFailsWithItsOriginal(String content, String message) {
        TransformCall.Answer answer = new TransformCall().add(content).invoke(router(Map.of()));

        assertThat(answer.only().path("result").asText()).isEqualTo("ProcessingFailed");
        assertThat(answer.content()).isEqualTo(content);
        assertThat(answer.log().get(0)).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "é", "abc=def", "\ud800"})
    void dataThatIsNotBase64GoesBackAsItCame(String data) {
        TransformCall.Answer answer = new TransformCall().add("id", data).invoke(router(Map.of()));

        assertThat(answer.only().path("result").asText()).isEqualTo("ProcessingFailed");
        assertThat(answer.only().path("data").asText()).isEqualTo(data);
        assertThat(answer.log().get(0)).contains("data is not base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é下関", "\\ud83d\\ude00", "\\ud800", "\\u0000\\\"\\\\"})
    void anyTextStaysWhatItIs(String escaped) throws IOException {
        String event = sample().toString().replace("ses_user", escaped);
        TransformCall.Answer answer = new TransformCall().add(event).invoke(router(Map.of()));

        JsonNode tags =
                JSON.readTree(JSON.readTree(answer.content()).path("tags").asText());
        assertThat(tags).isEqualTo(JSON.readTree(event).path("mail").path("tags"));
    }

    @Test
    void addressesComeFromHeadersThenCommonHeadersThenTheMail() throws IOException {
        ObjectNode event = sample();
        ObjectNode mail = (ObjectNode) event.get("mail");
        mail.put("source", "source@example.com");
        mail.putArray("destination").add("one@example.com").add("two@example.com");
        ((ObjectNode) mail.get("headers").get(0)).put("name", "FROM").put("value", "Jane <jane@example.com>");
        ((ObjectNode) mail.get("commonHeaders")).putArray("from").add("common@example.com");
        ((ObjectNode) mail.get("commonHeaders"))
                .putArray("to")
                .add("x@example.com")
                .add("y@example.com");
        assertThat(addresses(event)).containsExactly("Jane <jane@example.com>", "recipient@example.com");

        mail.putArray("headers");
        assertThat(addresses(event)).containsExactly("common@example.com", "x@example.com, y@example.com");

        mail.remove("commonHeaders");
        mail.remove("headers");
        assertThat(addresses(event)).containsExactly("source@example.com", "one@example.com, two@example.com");
    }

    private static List<String> addresses(ObjectNode event) throws IOException {
        JsonNode row = JSON.readTree(new TransformCall()
                .add(event.toString())
                .invoke(router(Map.of()))
                .content());
        return List.of(row.path("from_address").asText(), row.path("to_address").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HYDRANT_DATABASE|my-db|a-z A-Z 0-9 . _ (no hyphen)",
                "HYDRANT_DATABASE|''|a-z A-Z 0-9 . _ (no hyphen)",
                "HYDRANT_EVENT_TYPES|Send,Opened|Send, Open, Click, Delivery, Bounce, Complaint, Reject, Rendering Failure",
                "HYDRANT_EVENT_TYPES|''|Send, Open, Click",
                "HYDRANT_EVENT_TYPES|Send,|Send, Open, Click",
            })
    void aWrongVariableStopsTheFirstInvocationNamingValueAndWhatIsAllowed(String name, String value, String allowed) {
        SesRouter router = router(Map.of(name, value));
        TransformCall call = new TransformCall().add("{}");
        assertThatThrownBy(() -> call.invoke(router))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(allowed);
    }
}
