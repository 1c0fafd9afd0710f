/**
 * The local Firehose: its protocol on loopback, a durable spool, transforming functions, delivery into Iceberg tables and objects.
 *
 * <h2>The way of a record</h2>
 *
 * {@code protocol} reads a put straight into a frame; {@code spool} writes the frame with one write and numbers its records; only then is the
 * put answered. A thread per stream ({@code delivery}) takes what is spooled, maps each record to a row ({@code mapping}), writes
 * the rows as one Parquet file and commits it as one snapshot ({@code iceberg}); records that do not fit go to the error output before.
 *
 * <p>A stream with a transform has a thread more: it takes what is spooled, invokes the function batch by batch ({@code transform}) and
 * appends the outcomes to a second spool, from which rows are routed to their tables and other records are concatenated into objects.
 *
 * <h2>Exactly once</h2>
 *
 * The number of the next record travels in the snapshot's summary, so rows and position change together. Every attempt first asks the table
 * how far it is. Data files and error objects are named after the record they begin with, so what is repeated replaces what was left behind.
 * This holds across {@code kill -9} at any instant. It does not cover a power failure: the spool is handed to the operating system, not
 * forced to the disk.
 *
 * <p>Record n of a stream is entry n of both of its spools, whatever became of it. So the end of the second spool says how far the first one
 * is transformed: from a function's answer on, each record is delivered, dropped or failed once. The function itself may be
 * invoked again for records whose answer a death came before. A round that goes to several tables repeats itself from its first record; every
 * table skips what it holds already.
 *
 * <h2>The warehouse folder</h2>
 *
 * <pre>
 *   catalog.db                          Iceberg's JDBC catalog, SQLite
 *   NAMESPACE/TABLE/data, metadata      an Iceberg table
 *   s3/BUCKET/KEY                       objects and error output; what S3 would hold
 *   .hydrant/lock                       held by the local Firehose at work; pid and endpoint
 *   .hydrant/streams/NAME/stream.json   a stream's definition
 *   .hydrant/streams/NAME/spool/        records that are not delivered yet, in segments named after their first record
 *   .hydrant/streams/NAME/transformed/  outcomes of the transform that are not delivered yet
 *   .hydrant/streams/NAME/position      the number of the first record that is not delivered
 *   .hydrant/lambda/FUNCTION.log        what a function logged, the last 1 to 2 MiB
 * </pre>
 *
 * Iceberg keeps absolute paths, so the folder cannot be moved.
 */
@NullMarked
package dev.hydrant.firehose;

import org.jspecify.annotations.NullMarked;
