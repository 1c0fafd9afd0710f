package dev.hydrant.record.dynamodb;

import static dev.hydrant.record.dynamodb.ItemSize.attribute;
import static dev.hydrant.record.dynamodb.ItemSize.number;

import dev.hydrant.record.Digits;
import dev.hydrant.record.Draws;
import dev.hydrant.record.IndexUuid;
import dev.hydrant.record.Slabs;
import dev.hydrant.record.UtcTime;
import java.util.List;

/**
 * What an item is at each of its versions: an order that is placed, paid, packed and so on, its total changing on the
 * way.
 */
final class Items {

    private static final Slabs TEXTS = new Slabs(List.of(
            "{\"id\":{\"S\":\"",
            "\"},\"datetime\":{\"S\":\"",
            "\"},",
            ",\"version\":{\"N\":\"",
            "\"},\"total\":{\"N\":\"",
            "\"},",
            "}",
            "\"}}"));
    private static final int KEYS_SIZE = attribute("id", IndexUuid.LENGTH) + attribute("datetime", UtcTime.ISO_LENGTH);
    private static final int NAMES_SIZE = attribute("version", 0) + attribute("total", 0);
    /** Tenths of the total, at most. */
    private static final int WORTH = 100_000;

    private static final int CHANGE = 1_000;

    private final IndexUuid ids;
    private final Draws baskets;
    private final Draws totals;
    private final Baskets basketTexts;
    private final Progress progress = new Progress();

    Items(long seed, String stream) {
        ids = new IndexUuid(seed, stream, "dynamodb.item");
        baskets = new Draws(seed, stream, "dynamodb.item.basket");
        totals = new Draws(seed, stream, "dynamodb.item.total");
        basketTexts = new Baskets(seed, stream);
    }

    /** Writes the keys of the item that record {@code item} inserted, and returns the position after them. */
    int writeKeys(long item, long inserted, byte[] to, int at) {
        return TEXTS.write(7, to, writeKeyValues(item, inserted, to, at));
    }

    /** Writes all attributes of a version, 0 being the one inserted, and returns the position after them. */
    int writeImage(long item, int version, long inserted, byte[] to, int at) {
        int end = TEXTS.write(2, to, writeKeyValues(item, inserted, to, at));
        end = basketTexts.write(basket(item), to, end);
        end = Digits.plain(version, to, TEXTS.write(3, to, end));
        int cents = cents(item, version);
        end = Digits.plain(cents / 100, to, TEXTS.write(4, to, end));
        to[end++] = '.';
        end = Digits.padded(cents % 100, 2, to, end);
        end = progress.write(version, to, TEXTS.write(5, to, end));
        return TEXTS.write(6, to, end);
    }

    static int keysSize() {
        return KEYS_SIZE;
    }

    int imageSize(long item, int version) {
        return KEYS_SIZE
                + NAMES_SIZE
                + basketTexts.size(basket(item))
                + versionSize(version)
                + number(Digits.count(cents(item, version)))
                + progress.size(version);
    }

    int longest() {
        return TEXTS.total() + IndexUuid.LENGTH + UtcTime.ISO_LENGTH + basketTexts.longest() + progress.longest() + 20;
    }

    private int writeKeyValues(long item, long inserted, byte[] to, int at) {
        int end = ids.write(item, to, TEXTS.write(0, to, at));
        return UtcTime.writeIso(inserted, to, TEXTS.write(1, to, end));
    }

    private int basket(long item) {
        return Draws.scale(baskets.fraction(item), Baskets.COUNT);
    }

    // The order's worth and what changes with the version, 10.01 to 10,109.89 in hundredths, with a last digit that is
    // not zero:
    // DynamoDB keeps, returns and counts no zeros at the end.
    private int cents(long item, int version) {
        long order = totals.bits(item);
        long change = totals.fraction(order + version);
        int tenths = 100 + Draws.scale(order >>> 1, WORTH) + Draws.scale(change, CHANGE);
        return tenths * 10 + 1 + Draws.scale(Draws.rest(change, CHANGE), 9);
    }

    // Of 10, 20, … the zero does not count.
    private static int versionSize(int version) {
        int significant = version;
        while (significant > 0 && significant % 10 == 0) {
            significant /= 10;
        }
        return version == 0 ? 1 : number(Digits.count(significant));
    }
}
