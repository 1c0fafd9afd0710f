package dev.hydrant.record.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bytes that DynamoDB counts for an item (Amazon DynamoDB documentation, "DynamoDB item sizes and formats"): names and
 * strings in UTF-8, a number a byte and one more for each two significant digits, a Boolean or null one byte, a list or
 * map three bytes and one for each element.
 *
 * <p>A stream record's {@code SizeBytes} is the sum over its keys and its images, as in the documentation's example
 * records.
 */
final class ItemSize {

    private ItemSize() {}

    /** An attribute, or an entry of a map without its extra byte. */
    static int attribute(String name, int value) {
        return string(name) + value;
    }

    static int string(String value) {
        return value.getBytes(UTF_8).length;
    }

    /** @param digits of the number, without zeros in front and at the end */
    static int number(int digits) {
        return (digits + 1) / 2 + 1;
    }

    static int booleanOrNull() {
        return 1;
    }

    static int collection(int... elements) {
        int size = 3;
        for (int element : elements) {
            size += 1 + element;
        }
        return size;
    }
}
