package dev.hydrant.record.ses;

import dev.hydrant.record.Draws;

/**
 * What is chosen for a message, by the index of its Send; whatever is written about it chooses the same. All is drawn at
 * once:
 *
 * <pre>
 *   63 random bits = letter 6, customer 8, serial 26.6, variant 22.4
 * </pre>
 *
 * in this order, each from what the one before leaves ({@link Draws#rest}).
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

    /** Which of {@code count} ways an event of the message takes, each as likely to within count / 2<sup>22</sup>. */
    static int variant(long picked, int count) {
        return Draws.scale(Draws.rest(afterRecipient(picked), SERIALS), count);
    }

    private static long afterRecipient(long picked) {
        return Draws.rest(picked, Letters.COUNT * Recipients.CUSTOMERS);
    }
}
