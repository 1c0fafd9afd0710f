package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers batches of one stream into tables, each record once.
 *
 * <p>Whatever happened before, an attempt first asks every table how far it is; the answer changes in the same commit as the rows. Some
 * tables may be ahead of others: a process can die between two commits. Data files and error objects are named after the record they
 * begin with, so an attempt that is repeated replaces what an earlier one left.
 */
public final class IcebergDelivery implements Delivery {

    private final Warehouse warehouse;
    private final Target target;
    private final ErrorOutput.Target errorTarget;
    private final SpoolContents contents;
    private final StreamTables tables;
    private final InstantSource clock;
    private final Step.Observer observer;
    private final List<StreamTable> committedTo = new ArrayList<>();

    /**
     * Where a stream delivers to.
     *
     * @param table of rows without a route; null when there is none
     * @param bucket the folder that stands for the bucket of the error output
     * @param live whether the stream of that id still exists
     * @param lambdaArn of the stream's transform, if it has one
     */
    public record Target(
            String streamName,
            String streamId,
            @Nullable TableIdentifier table,
            Path bucket,
            ErrorOutputPrefix errorPrefix,
            Predicate<String> live,
            @Nullable String lambdaArn) {

        /** Of a stream without a transform. */
        public Target(
                String streamName,
                String streamId,
                TableIdentifier table,
                Path bucket,
                ErrorOutputPrefix errorPrefix,
                Predicate<String> live) {
            this(streamName, streamId, table, bucket, errorPrefix, live, null);
        }
    }

    public IcebergDelivery(Warehouse warehouse, Target target, InstantSource clock, Step.Observer observer) {
        this.warehouse = warehouse;
        this.target = target;
        this.errorTarget = new ErrorOutput.Target(
                target.bucket(), target.errorPrefix(), target.streamName(), target.streamId(), target.lambdaArn());
        this.contents = target.lambdaArn() == null ? SpoolContents.PUT : SpoolContents.TRANSFORMED;
        this.tables = new StreamTables(warehouse, target.table());
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public Settled deliver(SpoolBatch batch, DeliveryCounts counts) throws IOException {
        try (RoundErrors errors = new RoundErrors(errorTarget, clock);
                IcebergRound round = new IcebergRound(tables, target.streamId(), batch.from(), errors)) {
            contents.forEach(batch, round);
            round.complete();
            observer.done(Step.ROWS_WRITTEN);
            errors.publish();
            observer.done(Step.ERRORS_WRITTEN);
            for (TableRows rows : round.tables()) {
                commit(rows, batch.to(), counts);
            }
            return new Settled(errors.icebergRecords(), errors.processingRecords(), round.dropped(), 0, 0);
        } catch (RuntimeException | IOException e) {
            tables.forget();
            throw e;
        }
    }

    private void commit(TableRows rows, long position, DeliveryCounts counts) {
        if (rows.rows() > 0) {
            rows.commit(warehouse, position, target.live());
            counts.committed(rows.table().id(), rows.rows());
            committedTo.add(rows.table());
            observer.done(Step.COMMITTED);
        }
    }

    /** Keeps the tables' metadata bounded; the rows are safe whether it works or not. */
    @Override
    public void tidy() {
        List<StreamTable> due = List.copyOf(committedTo);
        committedTo.clear();
        for (StreamTable table : due) {
            warehouse.commits().expireOld(table.table());
        }
    }
}
