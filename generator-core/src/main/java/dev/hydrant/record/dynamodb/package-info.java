/** Changes of a DynamoDB table, as DynamoDB streams them through Kinesis Data Streams to Firehose. */
@NullMarked
package dev.hydrant.record.dynamodb;

import org.jspecify.annotations.NullMarked;
