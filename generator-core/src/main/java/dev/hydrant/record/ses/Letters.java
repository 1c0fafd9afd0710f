package dev.hydrant.record.ses;

import static dev.hydrant.record.ses.JsonText.escape;
import static dev.hydrant.record.ses.JsonText.slug;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is sent: the letters of sixteen senders, four campaigns each, with everything of a message's {@code mail} object
 * and of its links that does not change from one recipient to the next.
 */
final class Letters {

    static final int COUNT = 64;
    static final int LINKS = 4;

    static final int SENDERS = 16;

    private static final List<String> MAILBOXES = List.of("news", "orders", "hello", "service");
    private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
    private static final List<String> CAMPAIGNS = List.of("welcome", "order-update", "weekly-offer", "back-in-stock");
    private static final List<String> AUDIENCES = List.of("new", "loyal", "returning");
    private static final List<String> SUBJECTS = List.of(
            "Welcome to %s: your first %s is waiting",
            "%s: your %s is on its way", "This week at %s: 20 %% off every %s", "%s has your %s in stock again");
    private static final List<String> SECTIONS = List.of("header", "picture", "button", "footer");

    /** The {@code mail} object (Amazon SES documentation, "Mail object"; the header and tag names of its examples). */
    private static final String MAIL = """
            {"timestamp":"${sent}",
            "source":"$source",
            "sourceArn":"arn:aws:ses:us-east-1:123456789012:identity/$domain",
            "sendingAccountId":"123456789012",
            "messageId":"${messageid}",
            "destination":["${recipient}"],
            "headersTruncated":false,
            "headers":[
            {"name":"From","value":"$from"},
            {"name":"To","value":"${recipient}"},
            {"name":"Subject","value":"$subject"},
            {"name":"MIME-Version","value":"1.0"},
            {"name":"Content-Type",
            "value":"multipart/alternative; boundary=\\"----=_Part_${partid}\\""},
            {"name":"X-SES-MESSAGE-TAGS","value":"campaign=$campaign, audience=$audience"}],
            "commonHeaders":{
            "from":["$from"],
            "to":["${recipient}"],
            "messageId":"${messageid}",
            "subject":"$subject"},
            "tags":{
            "ses:operation":["SendRawEmail"],
            "ses:configuration-set":["$campaign"],
            "ses:source-ip":["192.0.2.$host"],
            "ses:from-domain":["$domain"],
            "ses:caller-identity":["$mailbox-sender"],
            "campaign":["$campaign"],
            "audience":["$audience"]}}""";

    private static final String CLICK = """
            ,"click":{
            ${read},
            "link":"https://www.$domain/$product?utm_source=$mailbox&utm_campaign=$campaign&utm_content=$section",
            "linkTags":{"section":["$section"],"product":["$product"]}}}
            """;

    private final Mail[] mails = new Mail[COUNT];
    private final List<Template> clicks;

    /**
     * @param opening of the record of a Send, before the {@code mail} object
     * @param closing of it, after the object
     */
    Letters(Vocabulary words, Recipients recipients, MessageId messageIds, String opening, String closing) {
        for (int letter = 0; letter < COUNT; letter++) {
            String json = fill(MAIL, words, letter, 0);
            int addressLength = recipients.addressLength(sender(letter));
            mails[letter] = new Mail(recipients, messageIds, opening, json, closing, addressLength);
        }
        clicks = IntStream.range(0, COUNT * LINKS)
                .mapToObj(link -> new Template(fill(CLICK, words, link / LINKS, link % LINKS)))
                .toList();
    }

    Mail mail(int letter) {
        return mails[letter];
    }

    static int sender(int letter) {
        return letter / CAMPAIGNS.size();
    }

    /** Bytes of the longest Send. */
    int longestSend() {
        return Arrays.stream(mails).mapToInt(Mail::length).max().orElseThrow();
    }

    /** {@value #LINKS} links of each letter in turn. */
    List<Template> clicks() {
        return clicks;
    }

    private static String fill(String json, Vocabulary words, int letter, int link) {
        int sender = sender(letter);
        int kind = letter % CAMPAIGNS.size();
        String department = words.departments().get(sender).split("[ ,]", 2)[0];
        String company = words.lastNames().get(sender) + " " + department;
        String domain = slug(words.lastNames().get(sender)) + "." + DOMAINS.get(sender % DOMAINS.size());
        String source = MAILBOXES.get(kind) + "@" + domain;
        String product = words.products().get((letter + link * SENDERS) % Vocabulary.PRODUCTS);
        return json.replace("$source", source)
                .replace("$domain", domain)
                .replace("$from", escape(company + " <" + source + ">"))
                .replace("$subject", escape(SUBJECTS.get(kind).formatted(company, product)))
                .replace("$campaign", CAMPAIGNS.get(kind))
                .replace("$audience", AUDIENCES.get(letter % AUDIENCES.size()))
                .replace("$host", Integer.toString(10 + sender))
                .replace("$mailbox", MAILBOXES.get(kind))
                .replace("$section", SECTIONS.get(link))
                .replace("$product", slug(product));
    }
}
