package dev.hydrant.record.ses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The object that is named after the event, one of several variants (Amazon SES documentation, "Contents of event data
 * that Amazon SES publishes to Firehose": the objects' fields; bounce types, delay types, complaint feedback types). A
 * variant that is listed more often is chosen more often. Whatever of it depends on the message alone is the same in
 * all of the message's events.
 */
final class Details {

    private static final String MTA = "a8-70.smtp-out.amazonses.com";
    private static final String SUPPRESSED = "Amazon SES did not send: address suppressed";

    private Details() {}

    static List<Template> of(EventType type, Letters letters) {
        return switch (type) {
            case SEND -> List.of(); // A Send is written whole, see Mail.
            case DELIVERY -> deliveries();
            case OPEN -> templates(",\"open\":{${read}}}");
            case CLICK -> letters.clicks();
            case BOUNCE -> bounces();
            case COMPLAINT -> complaints();
            case REJECT -> templates(",\"reject\":{\"reason\":\"Bad content\"}}");
            case RENDERING_FAILURE -> failures();
            case DELIVERY_DELAY -> delays();
            case SUBSCRIPTION -> subscriptions();
        };
    }

    private static List<Template> deliveries() {
        String delivery = """
                ,"delivery":{
                "timestamp":"${time}",
                "processingTimeMillis":${elapsed},
                "recipients":["${recipient}"],
                "smtpResponse":"$response",
                "reportingMTA":"$mta"}}""";
        return each(
                delivery.replace("$mta", MTA),
                "$response",
                "250 2.0.0 OK",
                "250 2.6.0 Message received",
                "250 ok: Message ${serial} accepted");
    }

    private static List<Template> bounces() {
        List<Template> bounces = new ArrayList<>();
        bounce(bounces, 10, "Permanent", "General", "5.1.1", "550 5.1.1 user unknown");
        bounce(bounces, 4, "Permanent", "NoEmail", "5.1.2", "550 5.1.2 no such domain");
        bounce(bounces, 2, "Permanent", "Suppressed", "5.1.1", SUPPRESSED);
        bounce(bounces, 2, "Permanent", "OnAccountSuppressionList", "5.1.1", SUPPRESSED);
        bounce(bounces, 4, "Transient", "General", "4.4.7", "450 4.4.7 message expired");
        bounce(bounces, 5, "Transient", "MailboxFull", "4.2.2", "452 4.2.2 mailbox full");
        bounce(bounces, 1, "Transient", "MessageTooLarge", "5.3.4", "552 5.3.4 message too big");
        bounce(bounces, 2, "Transient", "ContentRejected", "5.6.1", "550 5.6.1 content rejected");
        bounce(bounces, 1, "Transient", "AttachmentRejected", "5.6.1", "550 5.6.1 attachment rejected");
        bounces.add(new Template(bounce("Undetermined", "Undetermined", "")));
        return bounces;
    }

    private static void bounce(
            List<Template> bounces, int times, String type, String subType, String status, String diagnostic) {
        String reason = """
                ,"action":"failed",
                "status":"$status",
                "diagnosticCode":"smtp; $diagnostic\"""";
        Template template = new Template(
                bounce(type, subType, reason.replace("$status", status).replace("$diagnostic", diagnostic)));
        bounces.addAll(Collections.nCopies(times, template));
    }

    private static String bounce(String type, String subType, String reason) {
        return """
                ,"bounce":{
                "feedbackId":"${feedbackid}",
                "bounceType":"$type",
                "bounceSubType":"$subtype",
                "bouncedRecipients":[{"emailAddress":"${recipient}"$reason}],
                "timestamp":"${time}",
                "reportingMTA":"dns; $mta"}}""".replace("$type", type)
                .replace("$subtype", subType)
                .replace("$reason", reason)
                .replace("$mta", MTA);
    }

    private static List<Template> complaints() {
        String complaint = """
                ,"complaint":{
                "complainedRecipients":[{"emailAddress":"${recipient}"}],
                "timestamp":"${time}",
                "feedbackId":"${feedbackid}",
                "complaintSubType":null,
                "userAgent":"Example Feedback Loop (V0.01)",
                "complaintFeedbackType":"$feedback",
                "arrivalDate":"${time}"}}""";
        return each(complaint, "$feedback", "abuse", "abuse", "abuse", "abuse", "fraud", "other");
    }

    private static List<Template> failures() {
        String failure = """
                ,"failure":{
                "templateName":"order-confirmation",
                "errorMessage":"Attribute '$attribute' is not present in the rendering data."}}""";
        return each(failure, "$attribute", "name", "product", "order_number");
    }

    private static List<Template> delays() {
        return Stream.of(
                        delay("MailboxFull", "4.2.2", "452 4.2.2 mailbox full"),
                        delay("RecipientServerError", "4.3.2", "451 4.3.2 try again later"),
                        delay("SpamDetected", "4.7.1", "450 4.7.1 greylisted"),
                        delay("TransientCommunicationFailure", "4.4.1", "421 4.4.1 no answer from host"),
                        delay("General", "4.0.0", "450 4.0.0 temporary failure"))
                .map(Template::new)
                .toList();
    }

    private static String delay(String type, String status, String diagnostic) {
        return """
                ,"deliveryDelay":{
                "delayType":"$type",
                "delayedRecipients":[{
                "emailAddress":"${recipient}",
                "status":"$status",
                "diagnosticCode":"smtp; $diagnostic"}],
                "expirationTime":"${expiry}",
                "reportingMTA":"$mta",
                "timestamp":"${time}"}}""".replace("$type", type)
                .replace("$status", status)
                .replace("$diagnostic", diagnostic)
                .replace("$mta", MTA);
    }

    private static List<Template> subscriptions() {
        String subscription = """
                ,"subscription":{
                "contactList":"customers",
                "timestamp":"${time}",
                "source":"UnsubscribeHeader",
                "newTopicPreferences":{
                "unsubscribeAll":false,
                "topicSubscriptionStatus":[{"topicName":"$topic","subscriptionStatus":"OptOut"}]},
                "oldTopicPreferences":{
                "unsubscribeAll":false,
                "topicSubscriptionStatus":[{"topicName":"$topic","subscriptionStatus":"OptIn"}]}}}""";
        return each(subscription, "$topic", "offers", "news", "surveys");
    }

    private static List<Template> each(String json, String name, String... values) {
        return Stream.of(values)
                .map(value -> new Template(json.replace(name, value)))
                .toList();
    }

    private static List<Template> templates(String json) {
        return List.of(new Template(json));
    }
}
