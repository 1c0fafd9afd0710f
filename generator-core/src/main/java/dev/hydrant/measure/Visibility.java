package dev.hydrant.measure;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which acknowledged records have become rows, told from how many rows there are: a stream delivers in the order in which it
 * has acknowledged. Records acknowledged together are one entry here, so what it holds is bounded by what a stream buffers.
 */
final class Visibility {

    /** Told of records that have become visible. */
    interface Sink {
        void visible(long due, long acknowledged);
    }

    private final Deque<Group> waiting = new ArrayDeque<>();
    /** Rows that were seen before the acknowledgement of their records was. */
    private long ahead;

    /** Returns whether the record's row was seen already. */
    synchronized boolean acknowledged(long due, long now) {
        if (ahead > 0) {
            ahead--;
            return true;
        }
        Group last = waiting.peekLast();
        if (last == null || last.acknowledged != now) {
            last = new Group(due, now);
            waiting.add(last);
        }
        last.lastDue = due;
        last.records++;
        return false;
    }

    /** Another {@code records} rows can be read. */
    synchronized void visible(long records, Sink sink) {
        long left = records;
        for (Group first = waiting.peek(); first != null && left > 0; first = waiting.peek()) {
            long seen = Math.min(left, first.records - first.seen);
            for (long record = first.seen; record < first.seen + seen; record++) {
                sink.visible(first.due(record), first.acknowledged);
            }
            first.seen += seen;
            left -= seen;
            if (first.seen == first.records) {
                waiting.remove();
            }
        }
        ahead += left;
    }

    /** When the record that waits longest was acknowledged, or {@code now} when none waits. */
    synchronized long oldest(long now) {
        Group first = waiting.peek();
        return first == null ? now : first.acknowledged;
    }

    private static final class Group {

        final long firstDue;
        final long acknowledged;
        long lastDue;
        long records;
        long seen;

        Group(long due, long acknowledged) {
            this.firstDue = due;
            this.acknowledged = acknowledged;
        }

        /** Between the first's and the last's: within a batch the load is as good as constant. */
        long due(long record) {
            return records == 1
                    ? firstDue
                    : firstDue + Math.round((double) (lastDue - firstDue) / (records - 1) * record);
        }
    }
}
