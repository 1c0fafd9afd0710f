package dev.hydrant.measure;

/** A part of a record's way whose duration is measured. */
public enum Stage {
    /** Lateness: from when a record was due until it was made. */
    DUE_TO_MADE("dueToMade"),
    /** Lateness, and the wait for company in its batch: until its first call began. */
    DUE_TO_SENT("dueToSent"),
    /** What a sender sees that waits for its answers: from the beginning of the first call. */
    SENT_TO_ACKNOWLEDGED("sentToAcknowledged"),
    /** What the record went through, whatever stalled before it. */
    DUE_TO_ACKNOWLEDGED("dueToAcknowledged"),
    /** Until its row can be read. */
    ACKNOWLEDGED_TO_VISIBLE("acknowledgedToVisible"),
    /** The whole way. */
    DUE_TO_VISIBLE("dueToVisible");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** Its name in reports and as the tag in histogram logs. */
    public String label() {
        return label;
    }
}
