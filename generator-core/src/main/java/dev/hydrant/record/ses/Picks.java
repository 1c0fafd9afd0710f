package dev.hydrant.record.ses;

import dev.hydrant.record.Draws;

/** What is chosen for a message, by the index of its Send; whatever is written about it chooses the same. */
final class Picks {

    private static final int SERIALS = 100_000_000;

    private final Draws letters;
    private final Draws recipients;
    private final Draws variants;

    Picks(long seed, String stream) {
        letters = new Draws(seed, stream, "ses.letter");
        recipients = new Draws(seed, stream, "ses.recipient");
        variants = new Draws(seed, stream, "ses.variant");
    }

    int letter(long message) {
        return Draws.scale(letters.fraction(message), Letters.COUNT);
    }

    int recipient(long message) {
        return Draws.scale(recipients.fraction(message), Recipients.COUNT);
    }

    int serial(long message) {
        return Draws.scale(Draws.rest(letters.fraction(message), Letters.COUNT), SERIALS);
    }

    /** Which of several ways an event of {@code message} takes. */
    int variant(long message, int count) {
        return Draws.scale(variants.fraction(message), count);
    }
}
