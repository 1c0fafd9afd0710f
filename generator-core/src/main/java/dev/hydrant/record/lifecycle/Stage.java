package dev.hydrant.record.lifecycle;

/**
 * One record in the life of a subject, after its first.
 *
 * @param code what the record says, 1 to {@value #MAX_CODE}; the caller's own numbering
 * @param delay mean seconds since the stage before it, or since the subject's first record; more than 0
 */
public record Stage(int code, double delay) {

    static final int MAX_CODE = 0xffff;

    public Stage {
        if (code < 1 || code > MAX_CODE) {
            throw new IllegalArgumentException("stage code " + code + ": allowed 1 to " + MAX_CODE);
        }
        if (!(delay > 0) || delay == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("delay of stage " + code + " " + delay + " s: allowed more than 0");
        }
    }
}
