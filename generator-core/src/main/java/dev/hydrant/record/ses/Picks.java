package dev.hydrant.record.ses;

import dev.hydrant.record.Draws;

/**
 * What is chosen for a message, by the index of its Send; whatever is written about it chooses the same. It is drawn at
 * once, a fraction of which each choice leaves the next one a smaller rest; the last has 22 bits.
 */
final class Picks {

    private static final int SERIALS = 100_000_000;

    private final Draws draws;

    Picks(long seed, String stream) {
        draws = new Draws(seed, stream, "ses.picks");
    }

    /** What the other methods read. */
    long of(long message) {
        return draws.fraction(message);
    }

    static int letter(long picked) {
        return Draws.scale(picked, Letters.COUNT);
    }

    /** One of the customers of the letter's sender. */
    static int recipient(long picked) {
        int customer = Draws.scale(Draws.rest(picked, Letters.COUNT), Recipients.CUSTOMERS);
        return Letters.sender(letter(picked)) * Recipients.CUSTOMERS + customer;
    }

    /** Eight digits. */
    static int serial(long picked) {
        return Draws.scale(afterRecipient(picked), SERIALS);
    }

    /** Which of several ways an event of the message takes. */
    static int variant(long picked, int count) {
        return Draws.scale(Draws.rest(afterRecipient(picked), SERIALS), count);
    }

    private static long afterRecipient(long picked) {
        return Draws.rest(picked, Letters.COUNT * Recipients.CUSTOMERS);
    }
}
