package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * How long records took, stage by stage; a stage that no record passed is absent.
 *
 * @param dueToSent lateness: from when a record was due until its call began
 * @param sentToAcknowledged from the begin of its first call to its acknowledgement: what a sender sees that waits for its answers
 * @param dueToAcknowledged both: what the record itself went through, whatever stalled
 * @param acknowledgedToVisible until its row can be read; only of a local Firehose
 * @param dueToVisible the whole way; only of a local Firehose
 */
public record Stages(
        @Nullable StageLatency dueToSent,
        @Nullable StageLatency sentToAcknowledged,
        @Nullable StageLatency dueToAcknowledged,
        @Nullable StageLatency acknowledgedToVisible,
        @Nullable StageLatency dueToVisible) {}
