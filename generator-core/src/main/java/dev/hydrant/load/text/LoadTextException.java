package dev.hydrant.load.text;

/** A text that is no load: the message has the text, the column, what stands there, and what is allowed. */
public final class LoadTextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int column;

    LoadTextException(String text, int column, String message) {
        super("'" + text + "', column " + column + ": " + message);
        this.column = column;
    }

    /** Where it is wrong, from 1. */
    public int column() {
        return column;
    }
}
