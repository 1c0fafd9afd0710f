package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, -2, 3, 4, 5, Long.MAX_VALUE})
    void aSendersCustomersHaveAddressesOfOneLength(long seed) {
        Recipients recipients = new Recipients(Vocabulary.of(seed, "ses"));
        Set<Integer> lengths = new HashSet<>();
        for (int sender = 0; sender < Letters.SENDERS; sender++) {
            int length = recipients.addressLength(sender);
            lengths.add(length);
            for (int customer = 0; customer < Recipients.CUSTOMERS; customer++) {
                assertThat(address(recipients, sender * Recipients.CUSTOMERS + customer))
                        .hasSize(length)
                        .matches("[a-z-]+\\.[a-z-]+@(mail\\.|post\\.)?example\\.(com|net|org)");
            }
        }
        assertThat(lengths).as("lengths of addresses").hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -2, 3, 4, 5, Long.MAX_VALUE})
    void fewPeopleShareAnAddress(long seed) {
        Recipients recipients = new Recipients(Vocabulary.of(seed, "ses"));
        long different = IntStream.range(0, Recipients.COUNT)
                .mapToObj(recipient -> address(recipients, recipient))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(Recipients.COUNT * 9 / 10);
    }

    private static String address(Recipients recipients, int recipient) {
        byte[] to = new byte[40];
        return new String(to, 0, recipients.writeAddress(recipient, to, 0), US_ASCII);
    }
}
