package dev.hydrant.delivery;

/**
 * Why one record of a call that itself succeeded was not taken.
 *
 * @param position the record's place in the batch that was sent
 * @param code such as ServiceUnavailableException or InternalFailure (AWS documentation of PutRecordBatch)
 */
public record Rejection(int position, String code, String message) {}
