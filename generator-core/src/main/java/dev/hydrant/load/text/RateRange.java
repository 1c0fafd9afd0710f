package dev.hydrant.load.text;

import dev.hydrant.load.Rate;

/** Two rates, written {@code 100/s..1000/s}, or {@code 100..1000/s} when they have the same unit. */
record RateRange(Rate first, Rate last) {

    private static final String DOTS = "..";

    /** @throws IllegalArgumentException when it is none, naming the text and what is allowed */
    static RateRange parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 0) {
            throw new IllegalArgumentException("'" + text + "': allowed two rates such as 100/s..1000/s");
        }
        String first = text.substring(0, dots);
        String last = text.substring(dots + DOTS.length());
        int unit = last.indexOf('/');
        String full = first.contains("/") || unit < 0 ? first : first + last.substring(unit);
        return new RateRange(Rate.parse(full), Rate.parse(last));
    }
}
