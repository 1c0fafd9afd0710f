package dev.hydrant.delivery;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that each submitted record is reported once and as one thing only, also when a run is left while calls are
 * still under way: closing the ledger settles what is open, and what a straggler reports later is not heard.
 */
final class Ledger {

    private final DeliveryListener listener;
    private final Set<RecordBatch> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private long acknowledged;

    Ledger(DeliveryListener listener) {
        this.listener = listener;
    }

    synchronized void open(RecordBatch batch) {
        open.add(batch);
    }

    /** The first call with the batch begins. */
    synchronized void sent(RecordBatch batch, long now) {
        batch.setSentAt(now);
        for (int position = 0; position < batch.size(); position++) {
            listener.sent(batch.due(position), now);
        }
    }

    synchronized void called() {
        listener.called();
    }

    /** Settles the records that were taken and leaves the rejected ones in the batch. */
    synchronized void acknowledged(RecordBatch batch, List<Rejection> rejections, long now) {
        int next = 0;
        int kept = 0;
        for (int position = 0; position < batch.size(); position++) {
            if (next < rejections.size() && rejections.get(next).position() == position) {
                batch.move(position, kept++);
                next++;
            } else if (open.contains(batch)) {
                acknowledged++;
                listener.acknowledged(batch.due(position), batch.sentAt(), now, batch.length(position));
            }
        }
        batch.truncate(kept);
        if (kept == 0) {
            open.remove(batch);
        }
    }

    synchronized void throttled(RecordBatch batch, int records) {
        if (records > 0 && open.contains(batch)) {
            listener.throttled(records);
        }
    }

    synchronized void retried(RecordBatch batch) {
        if (open.contains(batch)) {
            listener.retried(batch.size());
        }
    }

    synchronized void deadLettered(RecordBatch batch) {
        if (open.remove(batch)) {
            listener.deadLettered(batch.size());
        }
    }

    synchronized void aborted(RecordBatch batch) {
        if (open.remove(batch)) {
            listener.aborted(batch.size());
        }
    }

    /** Settles everything that is open as aborted. */
    synchronized void close() {
        open.forEach(batch -> listener.aborted(batch.size()));
        open.clear();
    }

    synchronized boolean anyAcknowledged() {
        return acknowledged > 0;
    }

    synchronized int openBatches() {
        return open.size();
    }
}
