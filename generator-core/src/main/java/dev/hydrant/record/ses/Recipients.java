package dev.hydrant.record.ses;

import static dev.hydrant.record.ses.JsonText.escape;
import static dev.hydrant.record.ses.JsonText.slug;

import dev.hydrant.record.Slabs;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people who get mail: an address at a domain kept for examples (RFC 2606), and where and with what they read it.
 */
final class Recipients {

    static final int COUNT = 4096;

    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net", "mail.example.com", "post.example.org");
    /** Networks kept for documentation (RFC 5737). */
    private static final List<String> NETWORKS = List.of("198.51.100.", "203.0.113.");

    private static final int HOSTS = 254;

    private final Slabs addresses;
    private final Slabs ips;
    private final Slabs userAgents;

    Recipients(Vocabulary words) {
        addresses = new Slabs(
                IntStream.range(0, COUNT).mapToObj(i -> address(words, i)).toList());
        ips = new Slabs(NETWORKS.stream()
                .flatMap(network -> IntStream.rangeClosed(1, HOSTS).mapToObj(host -> network + host))
                .toList());
        userAgents = new Slabs(words.userAgents().stream().map(JsonText::escape).toList());
    }

    int writeAddress(int recipient, byte[] to, int at) {
        return addresses.write(recipient, to, at);
    }

    int writeIp(int recipient, byte[] to, int at) {
        return ips.write(recipient % ips.size(), to, at);
    }

    int writeUserAgent(int recipient, byte[] to, int at) {
        return userAgents.write(recipient % userAgents.size(), to, at);
    }

    int longest() {
        return Stream.of(addresses, ips, userAgents)
                .mapToInt(Slabs::longest)
                .max()
                .orElseThrow();
    }

    // Each first name with 32 last names: no two people share both, unless the vocabulary repeats one.
    private static String address(Vocabulary words, int i) {
        String first = words.firstNames().get(i % Vocabulary.NAMES);
        String last = words.lastNames().get((i / Vocabulary.NAMES + 5 * i) % Vocabulary.NAMES);
        return escape(slug(first) + "." + slug(last) + "@" + DOMAINS.get(i % DOMAINS.size()));
    }
}
