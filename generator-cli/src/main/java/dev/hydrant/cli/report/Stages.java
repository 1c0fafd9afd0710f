package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * How long records took, stage by stage; a stage that no record passed is absent.
 *
 * @param dueToMade lateness: from when a record was due until it was made; a stalled sender shows here first
 * @param dueToSent the same, and the wait for company in its batch: until its first call began
 * @param sentToAcknowledged from the begin of its first call to its acknowledgement: what a sender sees that waits for its answers
 * @param dueToAcknowledged both: what the record itself went through, whatever stalled
 * @param acknowledgedToVisible until its row can be read; only of a local Firehose
 * @param dueToVisible the whole way; only of a local Firehose
 */
public record Stages(
        @Nullable StageLatency dueToMade,
        @Nullable StageLatency dueToSent,
        @Nullable StageLatency sentToAcknowledged,
        @Nullable StageLatency dueToAcknowledged,
        @Nullable StageLatency acknowledgedToVisible,
        @Nullable StageLatency dueToVisible) {}
