package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.record.Significance;
import org.junit.jupiter.api.Test;

class PicksTest {

    private static final int MESSAGES = 400_000;
    private static final int WAYS = 33;

    private final Picks picks = new Picks(1, "ses");

    @Test
    void everyChoiceIsEvenAndTellsNothingOfTheOthers() {
        long[] letters = new long[Letters.COUNT];
        long[] recipients = new long[Recipients.COUNT];
        long[] serials = new long[1_000];
        long[] ways = new long[WAYS];
        double[] letter = new double[MESSAGES];
        double[] customer = new double[MESSAGES];
        double[] serial = new double[MESSAGES];
        double[] way = new double[MESSAGES];
        for (int message = 0; message < MESSAGES; message++) {
            long picked = picks.of(message);
            letter[message] = Picks.letter(picked);
            customer[message] = Picks.recipient(picked) % Recipients.CUSTOMERS;
            serial[message] = Picks.serial(picked);
            way[message] = Picks.variant(picked, WAYS);
            letters[Picks.letter(picked)]++;
            recipients[Picks.recipient(picked)]++;
            serials[Picks.serial(picked) / 100_000]++;
            ways[Picks.variant(picked, WAYS)]++;
        }
        Significance.assertUniform("letters", letters);
        Significance.assertUniform("recipients", recipients);
        Significance.assertUniform("serials", serials);
        Significance.assertUniform("ways", ways);
        Significance.assertUncorrelated("letter and customer", letter, customer);
        Significance.assertUncorrelated("letter and serial", letter, serial);
        Significance.assertUncorrelated("customer and serial", customer, serial);
        Significance.assertUncorrelated("serial and way", serial, way);
        Significance.assertUncorrelated("letter and way", letter, way);
    }

    @Test
    void aLetterGoesToItsSendersCustomers() {
        for (long message = 0; message < 10_000; message++) {
            long picked = picks.of(message);
            assertThat(Picks.recipient(picked) / Recipients.CUSTOMERS).isEqualTo(Letters.sender(Picks.letter(picked)));
        }
    }
}
