package dev.hydrant.firehose.transform;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one stream's transform did since this process started. Safe for any number of threads. */
public final class TransformCounts {

    public final LongAdder invocations = new LongAdder();
    public final LongAdder failedInvocations = new LongAdder();
    public final LongAdder invocationNanos = new LongAdder();
    public final LongAdder succeededRecords = new LongAdder();
    public final LongAdder succeededBytes = new LongAdder();

    /** Those that the function dropped; it may have put them back into the stream. */
    public final LongAdder droppedRecords = new LongAdder();

    private volatile @Nullable String functionError;
    private volatile @Nullable String roundError;

    /** Why transforming fails at present; empty once it works again. */
    public Optional<String> lastError() {
        return Optional.ofNullable(roundError).or(() -> Optional.ofNullable(functionError));
    }

    /** Says how the last invocation ended: with what reason, or null when well. */
    void invoked(@Nullable String reason) {
        functionError = reason;
    }

    /** Says how the last round ended: with what reason, or null when well. */
    public void ended(@Nullable String reason) {
        roundError = reason;
    }
}
