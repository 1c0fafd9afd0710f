package dev.hydrant.cli.compare;

/** What a difference says of the other run. Of a rate, more is faster; of all else, less. */
public enum Verdict {
    FASTER("faster"),
    SLOWER("slower"),
    CANT_TELL("can't tell");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
