package dev.hydrant.firehose;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a stream did since the local Firehose started, under CloudWatch's names where it has one (AWS documentation of Firehose's
 * metrics; those of rows stand there as {@code DeliveryToIceberg.*}).
 *
 * <p>Of the records of this process, once all are delivered: {@code incomingRecords = successfulRowCount + deliveredToS3Records +
 * droppedRecords + failedRowCount + processingFailedRecords}.
 *
 * @param incomingRecords accepted
 * @param incomingBytes of their data
 * @param incomingPutRequests accepted calls of PutRecord and PutRecordBatch
 * @param successfulRowCount rows committed to the tables, those an earlier process had left in the spool included
 * @param failedRowCount rows that went to the error output because they fit no table
 * @param rowsByTable of successfulRowCount, by "namespace.table"
 * @param deliveredToS3Records delivered into objects ({@code DeliveryToS3.Records})
 * @param deliveredToS3Bytes of their data, before compression ({@code DeliveryToS3.Bytes})
 * @param droppedRecords that the transform left out
 * @param processingFailedRecords that went to the error output because they could not be transformed
 * @param transform what the transforming function did; all zero when there is none
 * @param dataFreshness age of the oldest record that is not delivered; zero when all are
 * @param commits snapshots made
 * @param backlogRecords accepted and not delivered yet
 * @param backlogBytes of their data
 * @param lastError why delivering or accepting fails at present
 */
public record StreamMetrics(
        long incomingRecords,
        long incomingBytes,
        long incomingPutRequests,
        long successfulRowCount,
        long failedRowCount,
        Map<String, Long> rowsByTable,
        long deliveredToS3Records,
        long deliveredToS3Bytes,
        long droppedRecords,
        long processingFailedRecords,
        Transform transform,
        Duration dataFreshness,
        long commits,
        long backlogRecords,
        long backlogBytes,
        Optional<String> lastError) {

    /**
     * What the transforming function did since the start.
     *
     * @param succeedProcessingRecords answered Ok or Dropped ({@code SucceedProcessing.Records})
     * @param succeedProcessingBytes of their transformed data ({@code SucceedProcessing.Bytes})
     * @param invocations of the function, repeated ones included
     * @param failedInvocations those that threw, took too long or gave an answer that cannot be used
     * @param executeProcessingDuration of all invocations together ({@code ExecuteProcessing.Duration})
     */
    public record Transform(
            long succeedProcessingRecords,
            long succeedProcessingBytes,
            long invocations,
            long failedInvocations,
            Duration executeProcessingDuration) {

        static final Transform NONE = new Transform(0, 0, 0, 0, Duration.ZERO);

        /** Share of the invocations that did not fail ({@code ExecuteProcessing.Success}); 1 when there was none. */
        public double executeProcessingSuccess() {
            return invocations == 0 ? 1 : 1 - (double) failedInvocations / invocations;
        }
    }
}
