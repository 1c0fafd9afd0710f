package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.record.Significance;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;

class PicksTest {

    private static final int MESSAGES = 400_000;
    private static final int VARIANTS = 33;
    private static final int SERIALS = 10;

    private final Picks picks = new Picks(1, "ses");

    @Test
    void everyPairOfChoicesIsAsLikelyAsAnyOther() {
        assertEven("letter and customer", Letters.COUNT, Picks::letter, Recipients.CUSTOMERS, PicksTest::customer);
        assertEven("letter and serial", Letters.COUNT, Picks::letter, SERIALS, PicksTest::serial);
        assertEven("letter and variant", Letters.COUNT, Picks::letter, VARIANTS, PicksTest::variant);
        assertEven("customer and serial", Recipients.CUSTOMERS, PicksTest::customer, SERIALS, PicksTest::serial);
        assertEven("customer and variant", Recipients.CUSTOMERS, PicksTest::customer, VARIANTS, PicksTest::variant);
        assertEven("serial and variant", SERIALS, PicksTest::serial, VARIANTS, PicksTest::variant);
    }

    @Test
    void aLetterGoesToItsSendersCustomers() {
        for (long message = 0; message < 10_000; message++) {
            long picked = picks.of(message);
            assertThat(Picks.recipient(picked) / Recipients.CUSTOMERS).isEqualTo(Letters.sender(Picks.letter(picked)));
        }
    }

    private void assertEven(String what, int firsts, LongToIntFunction first, int seconds, LongToIntFunction second) {
        long[] counts = new long[firsts * seconds];
        for (long message = 0; message < MESSAGES; message++) {
            long picked = picks.of(message);
            counts[first.applyAsInt(picked) * seconds + second.applyAsInt(picked)]++;
        }
        Significance.assertUniform(what, counts);
    }

    private static int customer(long picked) {
        return Picks.recipient(picked) % Recipients.CUSTOMERS;
    }

    /** Its first digit. */
    private static int serial(long picked) {
        return Picks.serial(picked) / 10_000_000;
    }

    private static int variant(long picked) {
        return Picks.variant(picked, VARIANTS);
    }
}
