package dev.hydrant.firehose;

import java.time.Duration;
import java.util.Optional;

/**
 * What a stream did since the local Firehose started, under CloudWatch's names where it has one (AWS documentation of Firehose's
 * metrics; those of delivery stand there as {@code DeliveryToIceberg.*}).
 *
 * @param incomingRecords accepted
 * @param incomingBytes of their data
 * @param incomingPutRequests accepted calls of PutRecord and PutRecordBatch
 * @param successfulRowCount rows committed to the table, those an earlier process had left in the spool included
 * @param failedRowCount records that went to the error output
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
        Duration dataFreshness,
        long commits,
        long backlogRecords,
        long backlogBytes,
        Optional<String> lastError) {}
