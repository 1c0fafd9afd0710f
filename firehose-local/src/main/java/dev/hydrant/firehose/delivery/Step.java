package dev.hydrant.firehose.delivery;

/** The steps of a flush, in order. A process may die between any two of them. */
public enum Step {
    /** The data file is closed; no snapshot refers to it. */
    ROWS_WRITTEN,
    /** Records that do not fit stand in the error output. */
    ERRORS_WRITTEN,
    /** The snapshot, with the rows and the position, is the table's current one. */
    COMMITTED,
    /** The position file agrees with the table. */
    POSITION_WRITTEN,
    /** The delivered segments are gone. */
    SEGMENTS_DELETED;

    /** Told of each step as it is done; may throw to stand for a fault just after it. */
    @FunctionalInterface
    public interface Observer {
        void done(Step step);
    }
}
