package dev.hydrant.cli.option;

import picocli.CommandLine.TypeConversionException;

/** Reads a whole number within bounds. */
final class WholeNumber {

    private WholeNumber() {}

    /** @throws TypeConversionException naming the text, what it should be, and the bounds */
    static long parse(String text, String what, long min, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the bounds.
        }
        throw new TypeConversionException("'" + text + "' is not " + what + ": allowed " + min + " to " + max);
    }
}
