package dev.hydrant.firehose.delivery;

/** The steps of transforming, then those of a flush, in order. A process may die between any two of them. */
public enum Step {
    /** The function has answered; the answer is in memory only. */
    TRANSFORMED,
    /** The outcomes stand in the second spool. */
    OUTCOMES_SPOOLED,
    /** The segments of which every record is transformed are gone. */
    PUTS_DELETED,
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
