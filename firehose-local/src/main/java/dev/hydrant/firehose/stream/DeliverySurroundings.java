package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.iceberg.Warehouse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * What all streams of one local Firehose share.
 *
 * @param buckets the folder whose sub-folders stand for S3 buckets
 * @param live whether a stream of that id still exists
 * @param observer told of every step of every flush
 */
record DeliverySurroundings(
        Warehouse warehouse, Path buckets, InstantSource clock, Predicate<String> live, Step.Observer observer) {}
