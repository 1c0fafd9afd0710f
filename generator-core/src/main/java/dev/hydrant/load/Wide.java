package dev.hydrant.load;

/**
 * A whole number of 128 bits in two's complement; sums and products wrap around as those of a long do.
 *
 * @param high the upper 64 bits, with the sign
 * @param low the lower 64 bits
 */
record Wide(long high, long low) implements Comparable<Wide> {

    static final Wide ZERO = new Wide(0, 0);

    /** The whole product of two longs. */
    static Wide product(long a, long b) {
        return new Wide(Math.multiplyHigh(a, b), a * b);
    }

    Wide plus(Wide other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Wide(high + other.high + carry, sum);
    }

    Wide minus(Wide other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new Wide(high - other.high - borrow, low - other.low);
    }

    /** Times a number from 0; the lower 128 bits of the product. */
    Wide times(long factor) {
        // multiplyHigh takes low as signed: where its first bit is set, factor 2^64 are missing.
        long carry = Math.multiplyHigh(low, factor) + (low >> 63 & factor);
        return new Wide(high * factor + carry, low * factor);
    }

    boolean isPositive() {
        return high > 0 || (high == 0 && low != 0);
    }

    /** The nearest double, but for the last place; of a number from 0. */
    double toDouble() {
        return high * 0x1p64 + ((low >>> 1) | (low & 1)) * 2.0;
    }

    @Override
    public int compareTo(Wide other) {
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compare(high, other.high);
    }
}
