package dev.hydrant.record.ses;

import dev.hydrant.record.ShortTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The people who get mail, each with an address at a domain kept for examples (RFC 2606).
 *
 * <p>Each sender has customers of its own. Their addresses are all of one length, and so are all mails of a letter: its
 * text can be copied whole, and what differs from one mail to the next be filled in.
 */
final class Recipients {

    /** Of one sender; the customers of sender s are the recipients from s * {@value} on. */
    static final int CUSTOMERS = 256;

    static final int COUNT = Letters.SENDERS * CUSTOMERS;

    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net", "mail.example.com", "post.example.org");

    private final ShortTexts addresses;

    Recipients(Vocabulary words) {
        addresses = new ShortTexts(addresses(words));
    }

    /** Characters of the addresses of a sender's customers. */
    int addressLength(int sender) {
        return addresses.length(sender * CUSTOMERS);
    }

    int writeAddress(int recipient, byte[] to, int at) {
        return addresses.write(recipient, to, at);
    }

    /** Writes the address at three places. */
    void writeAddress(int recipient, byte[] to, int at, int again, int onceMore) {
        addresses.write(recipient, to, at, again, onceMore);
    }

    // People are called by every first name with every last name in turn. As soon as CUSTOMERS of them have addresses
    // of one length, these are the next sender's. Lengths that few have, or ShortTexts does not take, are left out;
    // 128 first and 128 last names leave enough.
    private static List<String> addresses(Vocabulary words) {
        List<String> firstNames =
                words.firstNames().stream().map(JsonText::slug).toList();
        List<String> lastNames = words.lastNames().stream().map(JsonText::slug).toList();
        List<String> addresses = new ArrayList<>(COUNT);
        Map<Integer, List<String>> byLength = new HashMap<>();
        for (int i = 0; addresses.size() < COUNT; i++) {
            String first = firstNames.get(i % Vocabulary.NAMES);
            String last = lastNames.get((i / Vocabulary.NAMES + 5 * i) % Vocabulary.NAMES);
            String address = first + "." + last + "@" + DOMAINS.get(i % DOMAINS.size());
            if (address.length() < ShortTexts.SHORTEST || address.length() > ShortTexts.LONGEST) {
                continue;
            }
            List<String> alike = byLength.computeIfAbsent(address.length(), none -> new ArrayList<>());
            alike.add(address);
            if (alike.size() == CUSTOMERS) {
                addresses.addAll(alike);
                alike.clear();
            }
        }
        return addresses;
    }
}
