package dev.hydrant.lambda.setting;

import java.math.BigInteger;

/**
 * One setting. A value that is not allowed stops the first invocation with a message that names the variable, the value
 * and what is allowed.
 */
public record Setting(String name, String value) {

    /** What to throw about the value. */
    public IllegalArgumentException wrong(String allowed) {
        return new IllegalArgumentException(name + " \"" + value + "\": allowed " + allowed);
    }

    /**
     * A whole number within bounds.
     *
     * @throws IllegalArgumentException when it is none
     */
    public long whole(long from, long to) {
        if (value.matches("[-+]?[0-9]{1,19}")) {
            BigInteger number = new BigInteger(value);
            if (number.compareTo(BigInteger.valueOf(from)) >= 0 && number.compareTo(BigInteger.valueOf(to)) <= 0) {
                return number.longValue();
            }
        }
        throw wrong("whole numbers from " + from + " to " + to);
    }
}
