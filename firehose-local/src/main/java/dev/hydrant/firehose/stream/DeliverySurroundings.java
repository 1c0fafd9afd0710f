package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Step;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.transform.Functions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * What all streams of one local Firehose share.
 *
 * @param buckets the folder whose sub-folders stand for S3 buckets
 * @param functions that streams can transform their records with
 * @param live whether a stream of that id still exists
 * @param observer told of every step of every round
 */
record DeliverySurroundings(
        Warehouse warehouse,
        Path buckets,
        Functions functions,
        InstantSource clock,
        Predicate<String> live,
        Step.Observer observer) {}
