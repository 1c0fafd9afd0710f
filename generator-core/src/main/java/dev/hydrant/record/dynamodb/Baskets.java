package dev.hydrant.record.dynamodb;

import static dev.hydrant.record.dynamodb.ItemSize.attribute;
import static dev.hydrant.record.dynamodb.ItemSize.collection;
import static dev.hydrant.record.dynamodb.ItemSize.number;
import static dev.hydrant.record.dynamodb.ItemSize.string;

import dev.hydrant.record.Draws;
import dev.hydrant.record.Slabs;
import java.util.ArrayList;
import java.util.List;

/** Who ordered what: the attributes of an order that never change, as JSON with DynamoDB's types. */
final class Baskets {

    static final int COUNT = 256;

    private static final List<String> CITIES =
            List.of("Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Fukuoka", "Graz", "Halifax");
    private static final List<String> PRODUCTS =
            List.of("lamp", "chair", "kettle", "clock", "bench", "bottle", "watch", "table");
    private static final int MOST_LINES = 3;

    private final Draws draws;
    private final Slabs texts;
    private final int[] sizes = new int[COUNT];
    private int drawn;

    Baskets(long seed, String stream) {
        draws = new Draws(seed, stream, "dynamodb.basket");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            made.add(make(i));
        }
        texts = new Slabs(made);
    }

    int write(int basket, byte[] to, int at) {
        return texts.write(basket, to, at);
    }

    /** Bytes that DynamoDB counts for the attributes. */
    int size(int basket) {
        return sizes[basket];
    }

    int longest() {
        return texts.longest();
    }

    private String make(int i) {
        String customer = "customer-" + (10_000 + below(90_000));
        String city = CITIES.get(below(CITIES.size()));
        String postcode = Integer.toString(1000 + below(9000));
        List<String> lines = new ArrayList<>();
        int[] lineSizes = new int[1 + below(MOST_LINES)];
        for (int line = 0; line < lineSizes.length; line++) {
            String sku = PRODUCTS.get(below(PRODUCTS.size())) + "-" + (100 + below(900));
            lines.add("""
                    {"M":{"sku":{"S":"%s"},"quantity":{"N":"%d"}}}""".formatted(sku, 1 + below(9)));
            lineSizes[line] = collection(attribute("sku", string(sku)), attribute("quantity", number(1)));
        }
        sizes[i] = attribute("customer", string(customer))
                + attribute(
                        "address", collection(attribute("city", string(city)), attribute("postcode", string(postcode))))
                + attribute("lines", collection(lineSizes));
        return """
                "customer":{"S":"%s"},\
                "address":{"M":{"city":{"S":"%s"},"postcode":{"S":"%s"}}},\
                "lines":{"L":[%s]}""".formatted(customer, city, postcode, String.join(",", lines));
    }

    private int below(int bound) {
        return Draws.scale(draws.fraction(drawn++), bound);
    }
}
