package dev.hydrant.delivery.firehose;

import software.amazon.awssdk.core.sync.RequestBody;

/** One PutRecordBatch call on its way through the SDK: what {@link CallInterceptor} puts in, and what it sees in the answer. */
final class PutCall {

    private final RequestBody body;
    private final int records;
    private boolean allTaken;

    PutCall(RequestBody body, int records) {
        this.body = body;
        this.records = records;
    }

    RequestBody body() {
        return body;
    }

    int records() {
        return records;
    }

    /** Whether the answer names a record id for each record and no failure. */
    boolean allTaken() {
        return allTaken;
    }

    void setAllTaken() {
        allTaken = true;
    }
}
