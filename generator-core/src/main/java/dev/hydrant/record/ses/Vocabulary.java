package dev.hydrant.record.ses;

import dev.hydrant.record.Draws;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.datafaker.providers.base.BaseFaker;

/**
 * The words that events are made of, by Datafaker, the same for the same seed and stream on every machine.
 *
 * <p>Datafaker reads its word lists when it is first asked; this takes most of a second on a cold JVM, of which the
 * words themselves are a few milliseconds. Names, commerce and user agents are all that is asked of it, for each
 * further list costs more.
 */
record Vocabulary(
        List<String> firstNames,
        List<String> lastNames,
        List<String> departments,
        List<String> products,
        List<String> userAgents) {

    static final int NAMES = 128;
    static final int PRODUCTS = 64;
    static final int USER_AGENTS = 64;

    static Vocabulary of(long seed, String stream) {
        // java.util.Random's sequence is part of its specification. The locale is fixed, whatever the machine's.
        BaseFaker faker = new BaseFaker(Locale.ENGLISH, new Random(new Draws(seed, stream, "ses.vocabulary").bits(0)));
        return new Vocabulary(
                words(NAMES, faker.name()::firstName),
                words(NAMES, faker.name()::lastName),
                words(Letters.SENDERS, faker.commerce()::department),
                words(PRODUCTS, faker.commerce()::productName),
                words(USER_AGENTS, faker.internet()::userAgent));
    }

    private static List<String> words(int count, Supplier<String> word) {
        return Stream.generate(word).limit(count).toList();
    }
}
